package coop.artel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database server that a killed service left behind. It is ended gently, since a server killed
 * in turn leaves the next one to wait for its shared memory.
 */
final class OrphanedPostmaster {
  private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Path folder;
  private final Path pidFile;

  OrphanedPostmaster(Path folder) {
    this.folder = folder;
    this.pidFile = folder.resolve("postmaster.pid");
  }

  /** Ends it if it is there and is ours; removes a pid file that names somebody else's process. */
  void end() throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> orphan = find();
    if (orphan.isEmpty()) {
      log.info("Removing a stale {}", pidFile);
      Files.deleteIfExists(pidFile);
      return;
    }
    log.info("Ending the database server {} that an earlier service left", orphan.get().pid());
    orphan.get().destroy();
    var deadline = Instant.now().plus(PATIENCE);
    while (Files.exists(pidFile) || orphan.get().isAlive()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException(
            "The database server %d in %s does not end".formatted(orphan.get().pid(), folder));
      }
      pause();
    }
  }

  /** A living process of the pid file whose executable is a postgres and whose folder is ours. */
  private Optional<ProcessHandle> find() throws IOException {
    var lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !lines.get(0).strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    if (!Path.of(lines.get(1).strip()).equals(folder)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> process.info().command().map(OrphanedPostmaster::isPostgres).orElse(false));
  }

  private static boolean isPostgres(String command) {
    Path name = Path.of(command).getFileName();
    return name != null && name.toString().matches("postgres(\\.exe)?");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

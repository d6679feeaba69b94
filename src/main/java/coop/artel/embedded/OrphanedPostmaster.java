package coop.artel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
  private final Path binaries;
  private final Path pidFile;

  /**
   * @param binaries where the servers of this data folder, and of no other one, are run from
   */
  OrphanedPostmaster(Path folder, Path binaries) {
    this.folder = folder;
    this.binaries = binaries;
    this.pidFile = folder.resolve("postmaster.pid");
  }

  /**
   * Ends it if it is there and is ours. Of a server that was killed too the processes that it left
   * are waited for, since a server beside them would spoil the data; then its pid file, which may
   * name somebody else's process by now, is removed.
   */
  void end() throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> orphan = find();
    if (orphan.isPresent()) {
      log.info("Ending the database server {} that an earlier service left", orphan.get().pid());
      orphan.get().destroy();
      await(() -> !Files.exists(pidFile) && !orphan.get().isAlive());
      return;
    }
    await(() -> remains().findAny().isEmpty());
    log.info("Removing a stale {}", pidFile);
    Files.deleteIfExists(pidFile);
  }

  private void await(BooleanSupplier gone) throws IOException {
    var deadline = Instant.now().plus(PATIENCE);
    while (!gone.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException(
            "The database server that works in %s does not end".formatted(folder));
      }
      pause();
    }
  }

  private Stream<ProcessHandle> remains() {
    return ProcessHandle.allProcesses().filter(this::isOurs);
  }

  /** The living process of the pid file, if it is a server of ours. */
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
        .filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().command().map(Path::of).filter(it -> it.startsWith(binaries)).isPresent();
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

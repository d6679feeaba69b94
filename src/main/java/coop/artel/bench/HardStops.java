package coop.artel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import coop.artel.demo.AccountsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Kills the service in the midst of admissions, again and again, every second time with its
 * database, and the last time takes the development chain's state away as well. At the end all
 * cases are finished, anchored, exported and compared with what had been acknowledged.
 */
final class HardStops {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern DATABASE_UP = Pattern.compile("The database is up after (\\d+) ms");
  private static final String NO_LIMIT = "--artel.limits.applications.burst=100000";
  private static final int OPEN_CASES = 2;

  /** An admission has twelve: the secretary's two, nine votes and a payment. */
  private static final int MOST_WORKS = 15;

  private static final int LATEST = 200;

  private final Path data;
  private final PrintStream progress;
  private final Random random;

  HardStops(Path data, PrintStream progress, Random random) {
    this.data = data;
    this.progress = progress;
    this.random = random;
  }

  /** What came of it; the times are those of the starts after a kill, in seconds. */
  record Outcome(Reckoning reckoning, double[] ready, double[] database) {}

  /**
   * @param journal where those who use the service keep what it acknowledged; outside of its folder
   */
  Outcome run(int kills, Path journal) throws IOException, InterruptedException {
    double[] ready = new double[kills];
    double[] database = new double[kills];
    RunningService service = RunningService.start(data, NO_LIMIT);
    try (var written = new Journal(journal)) {
      var staff = new Staff(AccountsFile.read(data), written);
      staff.turnTo(service.url());
      awaitChain(staff);
      for (int kill = 0; kill < kills; kill++) {
        killInTheMidst(service, staff, kill % 2 == 1);
        if (kill == kills - 1) {
          loseChain();
        }
        service = RunningService.start(data, NO_LIMIT);
        staff.turnTo(service.url());
        ready[kill] = service.secondsToReady();
        database[kill] = secondsToDatabase(service);
        progress.printf(
            "kill %d: ready again after %.1f s, the database after %.1f s%n",
            kill + 1, ready[kill], database[kill]);
      }
      finish(staff);
      return new Outcome(Reckoning.of(staff, written.entries(), data), ready, database);
    } finally {
      service.stop();
    }
  }

  private void killInTheMidst(RunningService service, Staff staff, boolean withDatabase)
      throws IOException, InterruptedException {
    int enough = staff.settled() + random.nextInt(1, MOST_WORKS);
    int later = random.nextInt(LATEST);
    var killer = CompletableFuture.runAsync(() -> killAfter(service, staff, enough, later));
    while (staff.goRound(OPEN_CASES)) {
      Thread.onSpinWait();
    }
    killer.join();
    service.kill();
    if (withDatabase) {
      killDatabase();
    }
    Files.deleteIfExists(service.log());
  }

  /** So many works done, and then so many milliseconds: anywhere in what comes next. */
  private static void killAfter(RunningService service, Staff staff, int works, int milliseconds) {
    try {
      await("somebody's work", () -> staff.settled() >= works);
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    service.process().destroyForcibly();
  }

  private void killDatabase() throws IOException {
    Path pidFile = data.resolve("postgres/postmaster.pid");
    var postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
    var all = new ArrayList<ProcessHandle>(postmaster.stream().toList());
    postmaster.ifPresent(it -> it.descendants().forEach(all::add));
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** The development chain ends by itself when its service is gone. */
  private void loseChain() throws IOException, InterruptedException {
    Path pidFile = data.resolve("chain/anvil.pid");
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      await(
          "the end of the development chain",
          () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
    Files.deleteIfExists(data.resolve("chain/state.json"));
  }

  private static void awaitChain(Staff staff) throws InterruptedException {
    await("the development chain", () -> staff.health().contains("\"phase\":\"READY\""));
  }

  private static void finish(Staff staff) throws InterruptedException {
    await("the end of all cases", () -> staff.goRound(0) && staff.open() == 0);
    awaitChain(staff);
    await("the anchors", () -> staff.cases().stream().allMatch(it -> isAnchored(staff, it)));
  }

  private static boolean isAnchored(Staff staff, JsonNode it) {
    for (JsonNode record : staff.records(it.path("id").asText())) {
      if (!record.path("seal").path("stage").asText().equals("anchored")) {
        return false;
      }
    }
    return true;
  }

  private static void await(String what, BooleanSupplier there) throws InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    while (!there.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("Waited in vain for " + what);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static double secondsToDatabase(RunningService service) throws IOException {
    var told = DATABASE_UP.matcher(Files.readString(service.log()));
    if (!told.find()) {
      throw new IllegalStateException("The service does not tell when its database was up");
    }
    return Long.parseLong(told.group(1)) / 1000.0;
  }
}

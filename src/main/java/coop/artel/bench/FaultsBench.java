package coop.artel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What survives when the service is killed: fifty times in mid-admission. */
final class FaultsBench {
  static final int KILLS = 50;

  private final int kills;

  FaultsBench(int kills) {
    this.kills = kills;
  }

  List<Measurement> run(PrintStream progress) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("artel-bench");
    try {
      var outcome =
          new HardStops(folder.resolve("data"), progress, new Random())
              .run(kills, folder.resolve("journal.txt"));
      var found = outcome.reckoning();
      found.lost().forEach(it -> progress.println("lost: " + it));
      found.doubled().forEach(it -> progress.println("doubled: " + it));
      found.unfinished().forEach(it -> progress.println("unfinished: " + it));
      found.unverified().forEach(it -> progress.println("not verified: " + it));
      return List.of(
          Measurement.atLeast("faults.kills", kills, "kills", KILLS, ""),
          Measurement.atLeast("faults.acknowledged", found.acknowledged(), "receipts", 1, ""),
          Measurement.atMost("faults.lost", found.lost().size(), "receipts", 0, ""),
          Measurement.atMost("faults.doubled", found.doubled().size(), "records", 0, ""),
          Measurement.atMost(
              "faults.unfinished",
              found.unfinished().size(),
              "cases",
              0,
              "of %d".formatted(found.cases())),
          Measurement.atMost("faults.unverified", found.unverified().size(), "exports", 0, ""),
          Measurement.atMost(
              "faults.database",
              Measurement.median(outcome.database()),
              "s to the database after a kill",
              10,
              Measurement.spread(outcome.database())),
          Measurement.atMost(
              "faults.ready",
              Measurement.median(outcome.ready()),
              "s to ready after a kill",
              15,
              Measurement.spread(outcome.ready())));
    } finally {
      Folders.delete(folder);
    }
  }
}

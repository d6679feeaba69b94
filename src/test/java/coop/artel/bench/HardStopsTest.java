package coop.artel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The service is killed in the midst of admissions; {@code bench faults} does it fifty times. */
class HardStopsTest {
  private static final int KILLS = 2;

  @Test
  void what_was_acknowledged_stands_in_the_log_once_whatever_is_killed() throws Exception {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target/houses")), "killed")
            .toAbsolutePath();

    var found =
        new HardStops(folder.resolve("data"), System.out, new Random(20261126))
            .run(KILLS, folder.resolve("journal.txt"))
            .reckoning();

    assertThat(found.acknowledged()).isPositive();
    assertThat(found.lost()).isEmpty();
    assertThat(found.doubled()).isEmpty();
    assertThat(found.unfinished()).isEmpty();
    assertThat(found.unverified()).isEmpty();
  }
}

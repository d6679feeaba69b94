package coop.artel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.Artel;
import coop.artel.TestDatabase;
import coop.artel.chain.OtherChain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of {@code bench notary} at small sizes; how fast they are is not asked here. */
class NotaryBenchTest {
  @TempDir Path folder;

  @Test
  void a_record_adds_one_statement_and_goes_into_the_log() throws Exception {
    var found =
        new NotaryBench(Artel.class)
            .recorded(
                new RecordedSteps.Size(new StepPairs.Size(1, 0, 2, 2), Duration.ZERO),
                new SealingSpeed.Size(1, 0, 1),
                System.out);

    assertThat(values(found).keySet())
        .containsExactlyInAnyOrder(
            "step.time",
            "step.sealing",
            "step.wal",
            "step.wal-sealed",
            "step.throughput",
            "step.statements",
            "step.statements-late",
            "sealing.speed",
            "sealing.ratio",
            "sealing.ratio-bare",
            "sealing.hashing");
    assertThat(values(found).get("step.statements")).isEqualTo(1);
    assertThat(values(found).get("step.wal")).isGreaterThan(1);
    assertThat(values(found).get("step.wal-sealed")).isGreaterThan(values(found).get("step.wal"));
    assertThat(found).allMatch(it -> it.value() > 0);
  }

  @Test
  void every_record_that_is_written_is_anchored_and_the_log_holds_meanwhile() throws Exception {
    try (var chain = OtherChain.start(folder)) {
      var found =
          new AnchoringDelay(Artel.class, chain.address(), new AnchoringDelay.Size(2, 1, 1, 2))
              .measure(System.out);

      assertThat(found)
          .extracting(Measurement::name)
          .containsExactly("anchoring.delay", "anchoring.rate", "verify.under-load");
      assertThat(found).allMatch(it -> it.value() > 0);
      assertThat(values(found).get("verify.under-load")).isEqualTo(2);
    }
  }

  @Test
  void made_up_logs_hold_and_take_no_more_memory_the_longer_they_are() throws Exception {
    var found = new LogReading(new LogReading.Size(1, 0, 50, 300, 7)).measure(System.out);

    assertThat(found)
        .extracting(Measurement::name)
        .containsExactly(
            "verify.log",
            "verify.memory.300",
            "verify.memory.3000",
            "verify.memory.30000",
            "verify.proofs");
  }

  @Test
  void statements_are_counted_of_the_one_who_counts_and_while_he_does() throws Exception {
    var statements = new Statements();
    var sql = JdbcClient.create(statements.counting(TestDatabase.fresh().service()));
    var others = Executors.newSingleThreadExecutor();
    try {
      Runnable two =
          () -> {
            sql.sql("select 1").query(Integer.class).single();
            sql.sql("delete from notary.queue").update();
          };
      two.run();

      int counted =
          statements.count(
              () -> {
                two.run();
                others.submit(two);
                two.run();
              });

      assertThat(counted).isEqualTo(4);
    } finally {
      others.shutdownNow();
    }
  }

  @Test
  void the_ninety_ninth_of_a_hundred_is_the_quantile() {
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = values.length - i;
    }

    assertThat(Measurement.quantile(values, 0.99)).isEqualTo(198);
    assertThat(Measurement.quantile(new double[] {3}, 0.99)).isEqualTo(3);
    assertThat(Measurement.ratios(new double[] {6, 1}, new double[] {3, 4}))
        .containsExactly(2, 0.25);
  }

  private static Map<String, Double> values(List<Measurement> found) {
    return found.stream().collect(Collectors.toMap(Measurement::name, Measurement::value));
  }
}

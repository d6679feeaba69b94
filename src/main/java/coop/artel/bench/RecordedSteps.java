package coop.artel.bench;

import coop.artel.notary.Sequencer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/**
 * What completing a step costs with its record, against the same step without: statements, bytes of
 * write-ahead log, time on one thread and on four.
 */
final class RecordedSteps {
  /**
   * How much is measured.
   *
   * @param pause after which a node no longer remembers where a case stands
   */
  record Size(StepPairs.Size pairs, Duration pause) {
    static final Size WHOLE = new Size(StepPairs.Size.WHOLE, Duration.ofSeconds(61));
  }

  private static final int THREADS = 4;
  private static final int COUNTED = 20;

  private final AdmissionRun run;
  private final Sequencer sequencer;
  private final StepPairs pairs;
  private final Constants constants;
  private final Statements statements;
  private final Size size;

  RecordedSteps(ApplicationContext service, Constants constants, Statements statements, Size size) {
    this.run = new AdmissionRun(service);
    this.sequencer = service.getBean(Sequencer.class);
    this.pairs = new StepPairs(service, run, constants, size.pairs);
    this.constants = constants;
    this.statements = statements;
    this.size = size;
  }

  List<Measurement> measure(PrintStream progress) throws InterruptedException {
    long opened = System.nanoTime();
    var early = StepPairs.open(run, COUNTED);
    sequencer.sequenceNow();
    var found = new ArrayList<>(alone(pairs.measure(1, progress)));
    found.addAll(together(pairs.measure(THREADS, progress)));
    found.addAll(count(early, opened));
    return found;
  }

  private static List<Measurement> alone(List<StepPairs.Pair> blocks) {
    double[] times = StepPairs.ratios(blocks, StepPairs.Cost::seconds);
    double[] bytes = StepPairs.ratios(blocks, StepPairs.Cost::bytes);
    double[] sealed = StepPairs.ratios(blocks, StepPairs.Cost::sealedBytes);
    double[] sealing =
        blocks.stream()
            .mapToDouble(it -> it.recorded().sealing() / it.recorded().seconds())
            .toArray();
    return List.of(
        Measurement.atMost(
            "step.time",
            Measurement.median(times),
            "of the time without records",
            1.10,
            Measurement.spread(times)),
        Measurement.atLeast(
            "step.sealing",
            Measurement.median(sealing),
            "of the time with records",
            0,
            Measurement.spread(sealing)),
        Measurement.atMost(
            "step.wal",
            Measurement.median(bytes),
            "of the WAL bytes without records",
            1.30,
            Measurement.spread(bytes)),
        Measurement.atLeast(
            "step.wal-sealed",
            Measurement.median(sealed),
            "of the WAL bytes without records, with the sealing",
            0,
            Measurement.spread(sealed)));
  }

  private static List<Measurement> together(List<StepPairs.Pair> blocks) {
    double[] speeds =
        blocks.stream().mapToDouble(it -> it.bare().seconds() / it.recorded().seconds()).toArray();
    return List.of(
        Measurement.atLeast(
            "step.throughput",
            Measurement.median(speeds),
            "of the steps a second without records, on %d threads".formatted(THREADS),
            0.75,
            Measurement.spread(speeds)));
  }

  /** Statements of one step more than without its record, of a case just seen and of one not. */
  private List<Measurement> count(List<String> early, long opened) throws InterruptedException {
    constants.on(true);
    double bare = statements(StepPairs.open(run, COUNTED));
    constants.on(false);
    double recorded = statements(StepPairs.open(run, COUNTED));
    long rest = size.pause.toNanos() - (System.nanoTime() - opened);
    TimeUnit.NANOSECONDS.sleep(Math.max(0, rest));
    double forgotten = statements(early);
    sequencer.sequenceNow();
    return List.of(
        Measurement.atMost(
            "step.statements",
            recorded - bare,
            "more a transaction",
            1,
            "%.0f without records".formatted(bare)),
        Measurement.atMost(
            "step.statements-late",
            forgotten - bare,
            "more a transaction, a minute after the case's last record",
            1,
            "%.0f without records".formatted(bare)));
  }

  private double statements(List<String> steps) {
    return statements.count(() -> steps.forEach(run::completeStep)) / (double) steps.size();
  }
}

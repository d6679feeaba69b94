package coop.artel.bench;

import coop.artel.notary.Sequencer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What completing a step costs with its record, against the same step without: statements, bytes of
 * write-ahead log, time on one thread and on four. Sealing what a block has recorded is part of its
 * time; the sequencer's pauses are not, so it is called and does not run beside.
 */
final class RecordedSteps {
  /**
   * How much is measured.
   *
   * @param pause after which a node no longer remembers where a case stands
   */
  record Size(int blocks, int warmUp, int steps, Duration pause) {
    static final Size WHOLE = new Size(9, 2, 240, Duration.ofSeconds(61));
  }

  private static final int THREADS = 4;
  private static final int COUNTED = 20;

  /**
   * A block of steps.
   *
   * @param sealing seconds of the whole
   * @param bytes of write-ahead log until the last step was completed
   * @param sealed the same until all was sealed
   */
  private record Cost(double seconds, double sealing, double bytes, double sealed) {}

  private final AdmissionRun run;
  private final Sequencer sequencer;
  private final JdbcClient sql;
  private final Constants constants;
  private final Statements statements;
  private final Size size;

  RecordedSteps(ApplicationContext service, Constants constants, Statements statements, Size size) {
    this.run = new AdmissionRun(service);
    this.sequencer = service.getBean(Sequencer.class);
    this.sql = service.getBean(JdbcClient.class);
    this.constants = constants;
    this.statements = statements;
    this.size = size;
  }

  List<Measurement> measure(PrintStream progress) throws InterruptedException {
    sequencer.stop();
    try {
      long opened = System.nanoTime();
      var early = open(COUNTED, 1);
      var found = new ArrayList<>(compare(1, progress));
      found.addAll(compare(THREADS, progress));
      found.addAll(count(early, opened));
      return found;
    } finally {
      constants.on(false);
      sequencer.start();
    }
  }

  private List<Measurement> compare(int threads, PrintStream progress) throws InterruptedException {
    var recorded = new Cost[size.blocks];
    var bare = new Cost[size.blocks];
    for (int block = -size.warmUp; block < size.blocks; block++) {
      // Whoever comes second finds a warmer or a busier machine.
      boolean recordedFirst = block % 2 == 0;
      var first = cost(recordedFirst, threads);
      var second = cost(!recordedFirst, threads);
      var with = recordedFirst ? first : second;
      var without = recordedFirst ? second : first;
      progress.printf(
          "block %d, threads %d: with records %.2f ms and %.0f bytes a step, without %.2f ms and"
              + " %.0f bytes%n",
          block, threads, millis(with), with.bytes, millis(without), without.bytes);
      if (block >= 0) {
        recorded[block] = with;
        bare[block] = without;
      }
    }
    return threads == 1 ? alone(recorded, bare) : together(recorded, bare);
  }

  private static List<Measurement> alone(Cost[] recorded, Cost[] bare) {
    double[] times = ratios(recorded, bare, Cost::seconds);
    double[] bytes = ratios(recorded, bare, Cost::bytes);
    double[] sealed = ratios(recorded, bare, Cost::sealed);
    double[] sealing = ratios(recorded, recorded, Cost::sealing, Cost::seconds);
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

  private static List<Measurement> together(Cost[] recorded, Cost[] bare) {
    double[] speeds = ratios(bare, recorded, Cost::seconds);
    return List.of(
        Measurement.atLeast(
            "step.throughput",
            Measurement.median(speeds),
            "of the steps a second without records, on %d threads".formatted(THREADS),
            0.75,
            Measurement.spread(speeds)));
  }

  private Cost cost(boolean recorded, int threads) throws InterruptedException {
    constants.on(!recorded);
    var waiting = open(size.steps, THREADS);
    sequencer.sequenceNow();
    double written = walBytes();
    long begun = System.nanoTime();
    each(waiting, threads, run::completeStep);
    long completed = System.nanoTime();
    double completedAt = walBytes();
    long sealing = System.nanoTime();
    sequencer.sequenceNow();
    double seconds = (System.nanoTime() - sealing) / 1e9;
    return new Cost(
        (completed - begun) / 1e9 + seconds,
        seconds,
        (completedAt - written) / size.steps,
        (walBytes() - written) / size.steps);
  }

  private List<String> open(int steps, int threads) throws InterruptedException {
    var opened = new String[steps];
    var places = new ArrayList<Integer>();
    for (int i = 0; i < steps; i++) {
      places.add(i);
    }
    each(places, threads, place -> opened[place] = run.openStep());
    return List.of(opened);
  }

  /** Statements of one step more than without its record, of a case just seen and of one not. */
  private List<Measurement> count(List<String> early, long opened) throws InterruptedException {
    constants.on(true);
    double bare = statements(open(COUNTED, 1));
    constants.on(false);
    double recorded = statements(open(COUNTED, 1));
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

  private double walBytes() {
    return sql.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
        .query(Double.class)
        .single();
  }

  private static <T> void each(List<T> items, int threads, Consumer<T> work)
      throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      var done = new ArrayList<Future<?>>();
      for (T item : items) {
        done.add(executor.submit(() -> work.accept(item)));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A step did not end well", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private double millis(Cost cost) {
    return cost.seconds * 1000 / size.steps;
  }

  private interface Of extends ToDoubleFunction<Cost> {}

  private static double[] ratios(Cost[] over, Cost[] under, Of what) {
    return ratios(over, under, what, what);
  }

  private static double[] ratios(Cost[] over, Cost[] under, Of ofOver, Of ofUnder) {
    return Measurement.ratios(
        Arrays.stream(over).mapToDouble(ofOver).toArray(),
        Arrays.stream(under).mapToDouble(ofUnder).toArray());
  }
}

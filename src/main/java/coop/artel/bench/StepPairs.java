package coop.artel.bench;

import coop.artel.notary.Sequencer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Completed steps with their records and without. The two sides of a block take short turns, so
 * that whatever slows the machine for a while slows both. Sealing what a turn has recorded is part
 * of its time; the sequencer's pauses are not, so it is called and does not run beside.
 */
final class StepPairs {
  /**
   * How much is measured.
   *
   * @param turns of each side in a block
   * @param steps of a turn
   */
  record Size(int blocks, int warmUp, int turns, int steps) {
    static final Size WHOLE = new Size(9, 2, 8, 60);
  }

  /**
   * What one side of a block took, for each step.
   *
   * @param seconds with the sealing
   * @param bytes of write-ahead log until the steps were completed
   * @param sealedBytes the same until all was sealed
   */
  record Cost(double seconds, double sealing, double bytes, double sealedBytes) {
    static final Cost NOTHING = new Cost(0, 0, 0, 0);

    Cost plus(Cost other) {
      return new Cost(
          seconds + other.seconds,
          sealing + other.sealing,
          bytes + other.bytes,
          sealedBytes + other.sealedBytes);
    }

    Cost over(int steps) {
      return new Cost(seconds / steps, sealing / steps, bytes / steps, sealedBytes / steps);
    }
  }

  record Pair(Cost recorded, Cost bare) {}

  private static final int OPENING_THREADS = 4;

  private final AdmissionRun run;
  private final Sequencer sequencer;
  private final JdbcClient sql;
  private final Constants constants;
  private final Size size;

  /**
   * @param constants what the bare side has in the place of records
   */
  StepPairs(ApplicationContext service, AdmissionRun run, Constants constants, Size size) {
    this.run = run;
    this.sequencer = service.getBean(Sequencer.class);
    this.sql = service.getBean(JdbcClient.class);
    this.constants = constants;
    this.size = size;
  }

  /** Block by block, those of the warming up left out. */
  List<Pair> measure(int threads, PrintStream progress) throws InterruptedException {
    sequencer.stop();
    try {
      var pairs = new ArrayList<Pair>();
      for (int block = -size.warmUp; block < size.blocks; block++) {
        var pair = block(threads);
        progress.printf(
            "block %d, threads %d: with records %.2f ms and %.0f bytes a step, without %.2f ms and"
                + " %.0f bytes%n",
            block,
            threads,
            pair.recorded.seconds * 1000,
            pair.recorded.bytes,
            pair.bare.seconds * 1000,
            pair.bare.bytes);
        if (block >= 0) {
          pairs.add(pair);
        }
      }
      return pairs;
    } finally {
      constants.on(false);
      sequencer.start();
    }
  }

  private Pair block(int threads) throws InterruptedException {
    int steps = size.turns * size.steps;
    // Those with records last, so that none has rested for long when it is completed.
    var bareTasks = open(false, steps);
    var recordedTasks = open(true, steps);
    var recorded = Cost.NOTHING;
    var bare = Cost.NOTHING;
    for (int turn = 0; turn < size.turns; turn++) {
      var range = new int[] {turn * size.steps, (turn + 1) * size.steps};
      var recordedTurn = recordedTasks.subList(range[0], range[1]);
      var bareTurn = bareTasks.subList(range[0], range[1]);
      // Whoever comes second finds a warmer or a busier machine.
      if (turn % 2 == 0) {
        recorded = recorded.plus(turn(true, recordedTurn, threads));
        bare = bare.plus(turn(false, bareTurn, threads));
      } else {
        bare = bare.plus(turn(false, bareTurn, threads));
        recorded = recorded.plus(turn(true, recordedTurn, threads));
      }
    }
    return new Pair(recorded.over(steps), bare.over(steps));
  }

  private List<String> open(boolean recorded, int steps) throws InterruptedException {
    constants.on(!recorded);
    var opened = open(run, steps);
    sequencer.sequenceNow();
    return opened;
  }

  /** Tasks that wait to be completed, each the only one of its case. */
  static List<String> open(AdmissionRun run, int steps) throws InterruptedException {
    var opened = new String[steps];
    var places = new ArrayList<Integer>();
    for (int i = 0; i < steps; i++) {
      places.add(i);
    }
    each(places, OPENING_THREADS, place -> opened[place] = run.openStep());
    return List.of(opened);
  }

  private Cost turn(boolean recorded, List<String> tasks, int threads) throws InterruptedException {
    constants.on(!recorded);
    double written = walBytes();
    long begun = System.nanoTime();
    each(tasks, threads, run::completeStep);
    double working = (System.nanoTime() - begun) / 1e9;
    double completedAt = walBytes();
    long completed = System.nanoTime();
    sequencer.sequenceNow();
    double sealing = (System.nanoTime() - completed) / 1e9;
    return new Cost(working + sealing, sealing, completedAt - written, walBytes() - written);
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

  /** Of each block, the recorded side over the bare one. */
  static double[] ratios(List<Pair> pairs, ToDoubleFunction<Cost> what) {
    return pairs.stream()
        .mapToDouble(it -> what.applyAsDouble(it.recorded) / what.applyAsDouble(it.bare))
        .toArray();
  }
}

package coop.artel.bench;

import coop.artel.law.AdmissionFacts;
import coop.artel.law.Rehearsal;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the law costs: editions compiled and kept, and the whole question of admission with its
 * findings and digest, on one thread; side by side with the conditions of that question as a
 * decision table of the workflow's engine; and a service's past decisions asked about again.
 */
final class LawBench {
  private static final String COUNTRY = "ru";
  private static final String FORM = "consumer-society";
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final double MEGABYTE = 1024.0 * 1024.0;

  private final Class<?> application;
  private final Size size;

  /**
   * @param blocks that count, after as many as {@code warmUp} that do not
   * @param decisions of ours in a block
   * @param tables decisions of a decision table in a block
   * @param editions that are asked in turn
   * @param shelf how many of these stay compiled, as in a service by default
   * @param past decisions that a service asks about again; none: no service is started
   */
  record Size(
      int blocks, int warmUp, int decisions, int tables, int editions, int shelf, int past) {
    static final Size WHOLE = new Size(9, 3, 30_000, 1_500, 100, 24, 100_000);
  }

  /**
   * @param application the service's own class
   */
  LawBench(Class<?> application, Size size) {
    this.application = application;
    this.size = size;
  }

  List<Measurement> run(PrintStream progress) throws IOException, InterruptedException {
    var found = new ArrayList<Measurement>();
    found.addAll(editions(progress));
    // Only once those editions are let go, which a method holds until it ends.
    found.add(Measurement.atMost("editions.memory", inTurn(progress), "MB", 300, ""));
    found.addAll(decisions(progress));
    if (size.past > 0) {
      found.addAll(new ReplaySpeed(application, size.past).measure(progress));
    }
    return found;
  }

  private List<Measurement> editions(PrintStream progress) {
    long begun = System.nanoTime();
    var cold = new Rehearsal(COUNTRY, FORM, size.editions);
    cold.edition(0);
    double first = (System.nanoTime() - begun) / 1e9;
    progress.printf("compiled for the first time: %.2f s%n", first);
    double[] later = new double[size.blocks];
    for (int block = 0; block < size.blocks; block++) {
      begun = System.nanoTime();
      cold.edition(1 + block);
      later[block] = (System.nanoTime() - begun) / 1e9;
    }
    double before = kept();
    int many = size.editions - size.blocks - 1;
    for (int i = 0; i < many; i++) {
      cold.edition(1 + size.blocks + i).ask(applicants()[0], DAY);
    }
    double each = (kept() - before) / many;
    progress.printf("%d editions at once: %.2f MB each%n", many, each);
    cold.edition(0);
    return List.of(
        Measurement.atMost("compile.cold", first, "s", 10, ""),
        Measurement.atMost(
            "compile.warm", Measurement.median(later), "s", 2, Measurement.spread(later)),
        Measurement.atMost("edition.memory", each, "MB", 6, ""));
  }

  /** Heap and classes of this whole process after editions were asked in turn, twice round. */
  private double inTurn(PrintStream progress) {
    var rehearsal = new Rehearsal(COUNTRY, FORM, size.shelf);
    var applicants = applicants();
    for (int i = 0; i < 2 * size.editions; i++) {
      rehearsal.edition(i % size.editions).ask(applicants[i % applicants.length], DAY);
    }
    double kept = kept();
    rehearsal.edition(0);
    progress.printf("%d editions in turn: %.0f MB%n", size.editions, kept);
    return kept;
  }

  private List<Measurement> decisions(PrintStream progress) {
    var edition = new Rehearsal(COUNTRY, FORM, 1).edition(0);
    var fresh = edition.afresh();
    var table = new DecisionTable(false);
    var legacy = new DecisionTable(true);
    var afresh = new Side(size, size.decisions, facts -> fresh.ask(facts, DAY));
    var warm = new Side(size, size.decisions, facts -> edition.ask(facts, DAY));
    var tables = new Side(size, size.tables, facts -> table.held(facts, DAY));
    var legacies = new Side(size, size.tables, facts -> legacy.held(facts, DAY));
    for (int block = -size.warmUp; block < size.blocks; block++) {
      for (var side : List.of(afresh, warm, tables, legacies)) {
        side.measure(block);
      }
      progress.printf(
          "block %d: %.0f with new sessions, %.0f with kept ones, %.0f and %.0f of the tables%n",
          block, afresh.last, warm.last, tables.last, legacies.last);
    }
    return List.of(
        afresh.speed("asking.fresh", 10_000),
        warm.speed("asking.warm", 25_000),
        afresh.slowest("asking.fresh-slowest"),
        warm.slowest("asking.warm-slowest"),
        warm.against(tables, "asking.dmn", 10),
        tables.speed("dmn.speed", 0),
        warm.against(legacies, "asking.dmn-legacy", 0),
        legacies.speed("dmn.legacy-speed", 0));
  }

  /** Applicants of whom some lack something, so that not every answer is the same. */
  static AdmissionFacts[] applicants() {
    var applicants = new AdmissionFacts[64];
    for (int i = 0; i < applicants.length; i++) {
      applicants[i] =
          new AdmissionFacts(
              i % 16 == 1 ? "board" : "council",
              i % 16 != 2,
              true,
              i % 16 == 3 ? null : DAY.minusYears(14 + i).minusDays(i),
              i % 16 != 4,
              i % 16 == 5 ? null : DAY.minusDays(i % 10),
              i % 16 != 6,
              i % 16 == 7);
    }
    return applicants;
  }

  /** Megabytes of heap in use after a collection, and of classes. */
  private static double kept() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        used += pool.getUsage().getUsed();
      }
    }
    return used / MEGABYTE;
  }

  /** One of those that take turns. */
  private static final class Side {
    private final AdmissionFacts[] applicants = applicants();
    private final Consumer<AdmissionFacts> ask;
    private final double[] speeds;
    private final double[] slowest;
    private final double[] milliseconds;
    private double last;

    Side(Size size, int decisions, Consumer<AdmissionFacts> ask) {
      this.ask = ask;
      speeds = new double[size.blocks];
      slowest = new double[size.blocks];
      milliseconds = new double[decisions];
    }

    void measure(int block) {
      long begun = System.nanoTime();
      long before = begun;
      for (int i = 0; i < milliseconds.length; i++) {
        ask.accept(applicants[i % applicants.length]);
        long now = System.nanoTime();
        milliseconds[i] = (now - before) / 1e6;
        before = now;
      }
      last = milliseconds.length / ((before - begun) / 1e9);
      if (block >= 0) {
        speeds[block] = last;
        slowest[block] = Measurement.quantile(milliseconds, 0.99);
      }
    }

    Measurement speed(String name, double limit) {
      return Measurement.atLeast(
          name,
          Measurement.median(speeds),
          "decisions/s a core",
          limit,
          Measurement.spread(speeds));
    }

    Measurement slowest(String name) {
      return Measurement.atMost(
          name, Measurement.median(slowest), "ms, 99 of 100", 1, Measurement.spread(slowest));
    }

    Measurement against(Side other, String name, double limit) {
      double[] ratios = Measurement.ratios(speeds, other.speeds);
      return Measurement.atLeast(
          name, Measurement.median(ratios), "times the table", limit, Measurement.spread(ratios));
    }
  }
}

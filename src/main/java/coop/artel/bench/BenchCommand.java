package coop.artel.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code bench NAME}: exit code 1 if a bound is missed, 2 if there is no such bench. */
public final class BenchCommand {
  private static final int GOOD = 0;
  private static final int MISSED = 1;
  private static final int WRONG_USAGE = 2;

  /** What a bench does: measures, and tells what it found. */
  @FunctionalInterface
  interface Bench {
    List<Measurement> run(PrintStream progress) throws Exception;
  }

  private BenchCommand() {}

  /**
   * @param application the service's own class, which a bench may start in this JVM
   */
  public static int run(
      Class<?> application, String[] arguments, PrintStream out, PrintStream err) {
    Map<String, Bench> benches = new TreeMap<>();
    benches.put("desk", new DeskBench(application)::run);
    benches.put("engine", new EngineBench(application)::run);
    benches.put("faults", new FaultsBench(FaultsBench.KILLS)::run);
    benches.put("import", new ImportBench()::run);
    benches.put("law", new LawBench(application, LawBench.Size.WHOLE)::run);
    benches.put("notary", new NotaryBench(application)::run);
    benches.put("start", new StartBench()::run);
    if (arguments.length != 1 || !benches.containsKey(arguments[0])) {
      err.println("bench NAME, where NAME is one of " + String.join(", ", benches.keySet()));
      return WRONG_USAGE;
    }
    try {
      err.printf(
          "%d processors, %d MB heap at most%n",
          Runtime.getRuntime().availableProcessors(),
          Runtime.getRuntime().maxMemory() / (1024 * 1024));
      List<Measurement> found = benches.get(arguments[0]).run(err);
      found.forEach(measurement -> measurement.print(out));
      return found.stream().allMatch(Measurement::ok) ? GOOD : MISSED;
    } catch (Exception e) {
      throw new IllegalStateException("bench %s broke off".formatted(arguments[0]), e);
    }
  }
}

package coop.artel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What law and notary cost: whole admissions and single steps, against the same steps and writes
 * with law and notary replaced by constants. Same JVM, same database, history full on both sides,
 * blocks alternated; what the sequencer has still to seal counts as time.
 */
final class EngineBench {
  private static final int BLOCKS = 9;
  private static final int WARM_UP = 2;
  private static final int CASES = 10;

  /** So many that the pause between two rounds of the sequencer, half a second, weighs little. */
  private static final int STEPS = 800;

  private static final double LEAST_RATIO = 0.7;
  private static final double MOST_STEP_COST = 1.10;

  private final Class<?> application;

  EngineBench(Class<?> application) {
    this.application = application;
  }

  List<Measurement> run(PrintStream progress) throws IOException {
    Path data = Files.createTempDirectory("artel-bench");
    var constants = Constants.ofLawAndNotary();
    ApplicationContextInitializer<GenericApplicationContext> switchable =
        context -> context.getBeanFactory().addBeanPostProcessor(constants);
    try (var service =
        new SpringApplicationBuilder(application)
            .initializers(switchable)
            .run(
                "--artel.data=" + data,
                "--server.port=0",
                "--artel.jobs=false",
                "--artel.chain.embedded=false",
                "--logging.level.root=warn")) {
      return measure(new AdmissionRun(service), constants, progress);
    } finally {
      Folders.delete(data);
    }
  }

  private List<Measurement> measure(AdmissionRun run, Constants constants, PrintStream progress) {
    double[] whole = new double[BLOCKS];
    double[] bare = new double[BLOCKS];
    double[] stepWhole = new double[BLOCKS];
    double[] stepBare = new double[BLOCKS];
    double[] backlog = new double[BLOCKS];
    for (int block = -WARM_UP; block < BLOCKS; block++) {
      double w = side(constants, false, () -> run.admit(CASES));
      double b = side(constants, true, () -> run.admit(CASES));
      var sw = side(constants, false, () -> run.completeSteps(STEPS));
      var sb = side(constants, true, () -> run.completeSteps(STEPS));
      progress.printf(
          "block %d: %.1f and %.1f cases/s, %.2f and %.2f ms a step%n",
          block, CASES / w, CASES / b, millis(sw.seconds()), millis(sb.seconds()));
      if (block >= 0) {
        whole[block] = CASES / w;
        bare[block] = CASES / b;
        stepWhole[block] = millis(sw.seconds());
        stepBare[block] = millis(sb.seconds());
        backlog[block] = millis(sw.backlog());
      }
    }
    double[] ratios = Measurement.ratios(whole, bare);
    double[] costs = Measurement.ratios(stepWhole, stepBare);
    return List.of(
        Measurement.atLeast(
            "admissions.ratio",
            Measurement.median(ratios),
            "of the bare speed",
            LEAST_RATIO,
            Measurement.spread(ratios)),
        Measurement.atMost(
            "step.cost",
            Measurement.median(costs),
            "of the bare time",
            MOST_STEP_COST,
            Measurement.spread(costs)),
        Measurement.atLeast(
            "step.backlog",
            Measurement.median(backlog),
            "ms a step, of its time",
            0,
            Measurement.spread(backlog)),
        Measurement.atLeast(
            "admissions.speed",
            Measurement.median(whole),
            "cases/s",
            0,
            Measurement.spread(whole)));
  }

  /** Seconds of the work that counts; what a run prepares is not in them. */
  private static <T> T side(Constants constants, boolean constant, Supplier<T> work) {
    constants.on(constant);
    try {
      return work.get();
    } finally {
      constants.on(false);
    }
  }

  /** Of one step of a block. */
  private static double millis(double seconds) {
    return seconds * 1000 / STEPS;
  }
}

package coop.artel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What law and notary cost: whole admissions and single steps, against the same steps and writes
 * with law and notary replaced by constants. Same JVM, same database, history full on both sides,
 * blocks alternated, of single steps in short turns; what is still to be sealed counts as time.
 */
final class EngineBench {
  private static final int BLOCKS = 9;
  private static final int WARM_UP = 2;
  private static final int CASES = 10;

  private static final double LEAST_RATIO = 0.7;
  private static final double MOST_STEP_COST = 1.10;

  private final Class<?> application;

  EngineBench(Class<?> application) {
    this.application = application;
  }

  List<Measurement> run(PrintStream progress) throws IOException, InterruptedException {
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
      var run = new AdmissionRun(service);
      var found = new ArrayList<>(admissions(run, constants, progress));
      found.addAll(
          steps(new StepPairs(service, run, constants, StepPairs.Size.WHOLE).measure(1, progress)));
      return found;
    } finally {
      Folders.delete(data);
    }
  }

  private static List<Measurement> admissions(
      AdmissionRun run, Constants constants, PrintStream progress) {
    double[] whole = new double[BLOCKS];
    double[] bare = new double[BLOCKS];
    for (int block = -WARM_UP; block < BLOCKS; block++) {
      double w = side(constants, false, () -> run.admit(CASES));
      double b = side(constants, true, () -> run.admit(CASES));
      progress.printf("block %d: %.1f and %.1f cases/s%n", block, CASES / w, CASES / b);
      if (block >= 0) {
        whole[block] = CASES / w;
        bare[block] = CASES / b;
      }
    }
    double[] ratios = Measurement.ratios(whole, bare);
    return List.of(
        Measurement.atLeast(
            "admissions.ratio",
            Measurement.median(ratios),
            "of the bare speed",
            LEAST_RATIO,
            Measurement.spread(ratios)),
        Measurement.atLeast(
            "admissions.speed",
            Measurement.median(whole),
            "cases/s",
            0,
            Measurement.spread(whole)));
  }

  private static List<Measurement> steps(List<StepPairs.Pair> blocks) {
    double[] costs = StepPairs.ratios(blocks, StepPairs.Cost::seconds);
    double[] sealing = blocks.stream().mapToDouble(it -> it.recorded().sealing() * 1000).toArray();
    return List.of(
        Measurement.atMost(
            "step.cost",
            Measurement.median(costs),
            "of the bare time",
            MOST_STEP_COST,
            Measurement.spread(costs)),
        Measurement.atLeast(
            "step.sealing",
            Measurement.median(sealing),
            "ms a step, of its time",
            0,
            Measurement.spread(sealing)));
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
}

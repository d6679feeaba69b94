package coop.artel.bench;

import coop.artel.chain.ChainUnavailable;
import coop.artel.chain.TrialChain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** What a record costs on its whole way: written, sealed, anchored, verified. */
final class NotaryBench {
  private static final Duration BLOCK_TIME = Duration.ofSeconds(2);

  private final Class<?> application;

  NotaryBench(Class<?> application) {
    this.application = application;
  }

  List<Measurement> run(PrintStream progress)
      throws IOException, InterruptedException, SQLException, ChainUnavailable {
    var found = new ArrayList<Measurement>();
    found.addAll(recorded(RecordedSteps.Size.WHOLE, SealingSpeed.Size.WHOLE, progress));
    Path folder = Files.createTempDirectory("artel-bench");
    try {
      try (var chain = TrialChain.start(folder, BLOCK_TIME)) {
        found.addAll(
            new AnchoringDelay(application, chain.address(), AnchoringDelay.Size.WHOLE)
                .measure(progress));
      }
      found.addAll(new LogReading(LogReading.Size.WHOLE).measure(progress));
      try (var chain = TrialChain.start(folder, null)) {
        found.addAll(new GasUse(chain).measure(progress));
      }
    } finally {
      Folders.delete(folder);
    }
    return found;
  }

  /** What is measured inside of a service without a chain. */
  List<Measurement> recorded(
      RecordedSteps.Size steps, SealingSpeed.Size sealing, PrintStream progress)
      throws IOException, InterruptedException, SQLException {
    Path data = Files.createTempDirectory("artel-bench");
    var constants = Constants.ofNotary();
    var statements = new Statements();
    ApplicationContextInitializer<GenericApplicationContext> watched =
        context -> {
          context.getBeanFactory().addBeanPostProcessor(constants);
          context.getBeanFactory().addBeanPostProcessor(statements);
        };
    try (var service =
        new SpringApplicationBuilder(application)
            .initializers(watched)
            .run(
                "--artel.data=" + data,
                "--server.port=0",
                "--artel.jobs=false",
                "--artel.chain.embedded=false",
                "--logging.level.root=warn")) {
      var found = new ArrayList<Measurement>();
      found.addAll(new RecordedSteps(service, constants, statements, steps).measure(progress));
      found.addAll(new SealingSpeed(service, sealing).measure(progress));
      return found;
    } finally {
      Folders.delete(data);
    }
  }
}

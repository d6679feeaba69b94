package coop.artel.bench;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.ManyDecisions;
import coop.artel.law.Replay;
import coop.artel.registry.Cooperatives;
import coop.artel.values.PersonId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * How long a service takes to ask about its past decisions again, from a lawyer's press to the last
 * of them: read, opened, judged and compared.
 */
final class ReplaySpeed {
  private static final int REPLAYS = 3;
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final Caller LAWYER =
      new Caller(PersonId.random(), "bench", Map.of(), Set.of(PlatformRole.LAWYER));

  private final Class<?> application;
  private final int decisions;

  /**
   * @param application the service's own class, started in this JVM
   * @param decisions how many lie in the database
   */
  ReplaySpeed(Class<?> application, int decisions) {
    this.application = application;
    this.decisions = decisions;
  }

  Measurement measure(PrintStream progress) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("artel-bench");
    try (var service =
        new SpringApplicationBuilder(application)
            .run(
                "--artel.data=" + data,
                "--server.port=0",
                "--artel.chain.embedded=false",
                "--logging.level.root=warn")) {
      fill(service, progress);
      var replay = service.getBean(Replay.class);
      double[] seconds = new double[REPLAYS];
      for (int i = 0; i < REPLAYS; i++) {
        seconds[i] = replayed(replay, progress);
      }
      return Measurement.atMost(
          "replay." + decisions, Measurement.median(seconds), "s", 60, Measurement.spread(seconds));
    } finally {
      Folders.delete(data);
    }
  }

  private void fill(ApplicationContext service, PrintStream progress) {
    long begun = System.nanoTime();
    var home = service.getBean(Cooperatives.class).all().get(0).id();
    ManyDecisions.in(service).add(home, LawBench.applicants(), DAY, decisions);
    progress.printf("%d decisions kept in %.0f s%n", decisions, since(begun));
  }

  private double replayed(Replay replay, PrintStream progress) throws InterruptedException {
    long begun = System.nanoTime();
    var run = replay.start(LAWYER, "ru", null);
    while (!run.state().ended()) {
      TimeUnit.MILLISECONDS.sleep(100);
      run = replay.find(LAWYER, run.id());
    }
    double seconds = since(begun);
    if (run.state() != Replay.State.DONE || run.count(Replay.Result.SAME) < decisions) {
      throw new IllegalStateException("It did not repeat what was decided: %s".formatted(run));
    }
    progress.printf("%d of them asked again in %.1f s%n", run.done(), seconds);
    return seconds;
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}

package coop.artel.bench;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.AnotherNode;
import coop.artel.law.ManyDecisions;
import coop.artel.law.Replay;
import coop.artel.registry.Cooperatives;
import coop.artel.values.PersonId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * How long a service takes to ask about its past decisions again, from a lawyer's press to the last
 * of them: read, opened, judged and compared; and how soon a second node on its database judges by
 * what was published on the first.
 */
final class ReplaySpeed {
  private static final int REPLAYS = 3;
  private static final int PUBLICATIONS = 9;
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

  List<Measurement> measure(PrintStream progress) throws IOException, InterruptedException {
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
      var replayed =
          Measurement.atMost(
              "replay." + decisions,
              Measurement.median(seconds),
              "s",
              60,
              Measurement.spread(seconds));
      return List.of(replayed, secondNode(service, progress));
    } finally {
      Folders.delete(data);
    }
  }

  private static Measurement secondNode(ApplicationContext service, PrintStream progress)
      throws InterruptedException {
    double[] seconds = new double[PUBLICATIONS];
    try (var node = AnotherNode.beside(service, "ru")) {
      for (int i = 0; i < PUBLICATIONS; i++) {
        seconds[i] = node.learns(i);
        progress.printf("a second node judges by a publication after %.2f s%n", seconds[i]);
      }
    }
    return Measurement.atMost(
        "publish.second-node", Measurement.median(seconds), "s", 5, Measurement.spread(seconds));
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

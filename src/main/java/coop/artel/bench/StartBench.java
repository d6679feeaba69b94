package coop.artel.bench;

import coop.artel.demo.DemoCommand;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a user starts it: how soon it is ready, how much memory it keeps. */
final class StartBench {
  private static final int RESTARTS = 7;
  private static final double MEGABYTE = 1024.0 * 1024.0;

  List<Measurement> run(PrintStream progress) throws Exception {
    Path jar = jar();
    Path data = Files.createTempDirectory("artel-bench");
    try {
      double first = 0;
      double afterReady;
      double afterDemo;
      RunningService service = RunningService.start(data);
      try {
        first = service.secondsToReady();
        progress.printf("first start: %.1f s%n", first);
        TimeUnit.SECONDS.sleep(60);
        afterReady = service.residentMegabytes();
        progress.printf("60 s after ready: %.0f MB%n", afterReady);
        int played =
            DemoCommand.run(
                new String[] {"--url", service.url(), "--artel.data=" + data}, progress, progress);
        if (played != 0) {
          throw new IllegalStateException("The demo did not end well");
        }
        afterDemo = service.residentMegabytes();
      } finally {
        service.stop();
      }
      double[] later = new double[RESTARTS];
      for (int i = 0; i < RESTARTS; i++) {
        RunningService again = RunningService.start(data);
        later[i] = again.secondsToReady();
        progress.printf("later start: %.1f s%n", later[i]);
        again.stop();
      }
      return List.of(
          Measurement.atMost("start.first", first, "s", 30, ""),
          Measurement.atMost(
              "start.later", Measurement.median(later), "s", 15, Measurement.spread(later)),
          Measurement.atMost("memory.ready", afterReady, "MB", 700, ""),
          Measurement.atMost("memory.demo", afterDemo, "MB", 700, ""),
          Measurement.atMost("jar.size", Files.size(jar) / MEGABYTE, "MB", 200, ""));
    } finally {
      Folders.delete(data);
    }
  }

  private static Path jar() {
    Path jar = Path.of(System.getProperty("java.class.path"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("bench start measures the packaged jar: run it from there");
    }
    return jar;
  }
}

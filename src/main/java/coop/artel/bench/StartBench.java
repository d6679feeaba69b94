package coop.artel.bench;

import coop.artel.demo.DemoCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a user starts it: how soon it is ready, how much memory it keeps. */
final class StartBench {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int RESTARTS = 7;
  private static final double MEGABYTE = 1024.0 * 1024.0;

  List<Measurement> run(PrintStream progress) throws Exception {
    Path jar = jar();
    Path data = Files.createTempDirectory("artel-bench");
    try {
      double first = 0;
      double afterReady;
      double afterDemo;
      Service service = Service.start(jar, data);
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
        Service again = Service.start(jar, data);
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
      delete(data);
    }
  }

  private static Path jar() {
    Path jar = Path.of(System.getProperty("java.class.path"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("bench start measures the packaged jar: run it from there");
    }
    return jar;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The service as a process of its own. */
  private record Service(Process process, int port, double secondsToReady) {
    static Service start(Path jar, Path data) throws IOException, InterruptedException {
      int port = freePort();
      long begun = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx384m",
                  "-jar",
                  jar.toString(),
                  "--artel.data=" + data,
                  "--server.port=" + port)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      var http = HttpClient.newHttpClient();
      var health =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
              .timeout(Duration.ofSeconds(5))
              .build();
      while (System.nanoTime() - begun < PATIENCE.toNanos()) {
        if (isUp(http, health)) {
          return new Service(process, port, (System.nanoTime() - begun) / 1e9);
        }
        if (!process.isAlive()) {
          throw new IllegalStateException("The service ended with " + process.exitValue());
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
      process.destroy();
      throw new IllegalStateException("The service was not ready in " + PATIENCE);
    }

    String url() {
      return "http://127.0.0.1:" + port;
    }

    /** Resident set of the service's own process, as the kernel tells. */
    double residentMegabytes() throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid())))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
      throw new IOException("No VmRSS of process " + process.pid());
    }

    void stop() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The service does not stop");
      }
    }

    private static boolean isUp(HttpClient http, HttpRequest health) throws InterruptedException {
      try {
        return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException notYet) {
        return false;
      }
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }
  }
}

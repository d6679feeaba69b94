package coop.artel.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own: this jar or these classes, as a user starts them. */
record RunningService(Process process, int port, Path log, double secondsToReady) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Starts it on a free port and returns when it is ready. */
  static RunningService start(Path data, String... settings)
      throws IOException, InterruptedException {
    int port = freePort();
    Path log = Files.createTempFile("artel-bench", ".log");
    var command = new ArrayList<>(List.of(java(), "-Xmx384m"));
    String classes = System.getProperty("java.class.path");
    command.addAll(
        Files.isRegularFile(Path.of(classes.split(File.pathSeparator)[0]))
                && !classes.contains(File.pathSeparator)
            ? List.of("-jar", classes)
            : List.of("-cp", classes, "coop.artel.Artel"));
    command.addAll(List.of("--artel.data=" + data, "--server.port=" + port));
    command.addAll(List.of(settings));
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var http = HttpClient.newHttpClient();
    var health =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      if (isUp(http, health)) {
        return new RunningService(process, port, log, (System.nanoTime() - begun) / 1e9);
      }
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "The service ended with %d:%n%s".formatted(process.exitValue(), Files.readString(log)));
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

  /** As if the power went: what it was doing it does no more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The service does not stop");
    }
    Files.deleteIfExists(log);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
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

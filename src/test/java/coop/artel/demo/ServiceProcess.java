package coop.artel.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The service as a process of its own, as a user starts it. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path log;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private ServiceProcess(Process process, Path log, String url) {
    this.process = process;
    this.log = log;
    this.url = url;
  }

  /** Starts it on a free port and waits until it answers. */
  static ServiceProcess on(Path data) throws IOException, InterruptedException {
    return on(data, Map.of());
  }

  /** As {@link #on(Path)}, with settings in its environment. */
  public static ServiceProcess on(Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path log =
        Files.createTempFile(Files.createDirectories(Path.of("target/houses")), "service", ".log");
    var command =
        command("coop.artel.Artel", "--artel.data=" + data, "--server.port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    command.environment().putAll(environment);
    Process process = command.start();
    var service = new ServiceProcess(process, log, "http://127.0.0.1:" + port);
    service.await("\"status\":\"UP\"");
    return service;
  }

  /** A Java like this one, with the classes of this one. */
  static ProcessBuilder command(String... arguments) {
    var all = new ArrayList<String>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-Xmx384m", "-cp", System.getProperty("java.class.path")));
    all.addAll(List.of(arguments));
    return new ProcessBuilder(all);
  }

  String url() {
    return url;
  }

  /** Waits until the health page says a thing. */
  void await(String words) throws IOException, InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The service ended:\n" + Files.readString(log));
      }
      if (health().contains(words)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException(
        "Waited in vain for %s in %s%n%s".formatted(words, health(), Files.readString(log)));
  }

  private String health() throws InterruptedException {
    try {
      return get("/actuator/health").body();
    } catch (IOException notYet) {
      return "";
    }
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
    return http.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What the first group matches in the newest line of its log that matches. */
  String logged(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(log))
        .results()
        .map(match -> match.group(1))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** As if the power went. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The service does not stop");
    }
  }
}

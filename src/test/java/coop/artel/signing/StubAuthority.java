package coop.artel.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** An address where a time-stamping authority answers as a test tells it to. */
public final class StubAuthority implements AutoCloseable {
  /** Gives an answer to a question, both as they go over the line. */
  @FunctionalInterface
  public interface Answer {
    byte[] to(byte[] question) throws IOException;
  }

  private final HttpServer server;
  private final List<byte[]> questions = Collections.synchronizedList(new ArrayList<>());
  public volatile Answer answer;
  public volatile int status = 200;
  public volatile String location = "";

  /** How long it waits before each byte of an answer. */
  public volatile Duration between = Duration.ZERO;

  public StubAuthority(Answer answer) {
    this.answer = answer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::serve);
    server.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] question = exchange.getRequestBody().readAllBytes();
      questions.add(question);
      if (!location.isEmpty()) {
        exchange.getResponseHeaders().set("Location", location);
      }
      byte[] body = answer.to(question);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      for (byte each : between.isZero() ? new byte[0] : body) {
        Thread.sleep(between.toMillis());
        exchange.getResponseBody().write(each);
        exchange.getResponseBody().flush();
      }
      if (between.isZero()) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:%d/tsp".formatted(server.getAddress().getPort()));
  }

  List<byte[]> questions() {
    return List.copyOf(questions);
  }

  public int asked() {
    return questions.size();
  }

  /** Settings that name this address and these certificates. */
  public StampSettings settings(Path certificate) {
    return new StampSettings(address(), certificate, Duration.ofHours(1), Duration.ofSeconds(5));
  }

  public static Path pem(Path file, MadeAuthority... authorities) {
    var text = new StringBuilder();
    for (var authority : authorities) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(
              Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                  .encodeToString(authority.encoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

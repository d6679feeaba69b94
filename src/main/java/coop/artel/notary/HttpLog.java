package coop.artel.notary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A log at an address; it is not believed to send as little as it should. */
final class HttpLog implements LogSource {
  /** 256 entries of the greatest length with their lengths. */
  private static final int MOST = 256 * (2 + 0xffff);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String address;
  private final Map<String, CompletableFuture<HttpResponse<InputStream>>> announced =
      new HashMap<>();

  /** Throws {@link IllegalArgumentException} for what is not an http or https address. */
  HttpLog(String address) {
    var uri = URI.create(address);
    if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("not an address of the web: " + address);
    }
    this.address = address.endsWith("/") ? address : address + "/";
  }

  @Override
  public void announce(String path) {
    announced.computeIfAbsent(path, this::ask);
  }

  @Override
  public Optional<byte[]> find(String path) throws IOException {
    var asked = announced.remove(path);
    var response = await(asked == null ? ask(path) : asked, path);
    try (InputStream body = response.body()) {
      return switch (response.statusCode()) {
        case 200 -> Optional.of(bounded(body, path));
        // A redirect leads from where no log is, to a sign-in for one.
        case 301, 302, 303, 307, 308, 404, 410 -> Optional.empty();
        default -> throw new IOException("%s: HTTP %d".formatted(path, response.statusCode()));
      };
    }
  }

  /** What comes is not taken from the line before it is read, however long it is. */
  private CompletableFuture<HttpResponse<InputStream>> ask(String path) {
    var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private static HttpResponse<InputStream> await(
      CompletableFuture<HttpResponse<InputStream>> asked, String path) throws IOException {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(path);
    } catch (ExecutionException e) {
      // Java's own words for a closed door are none.
      if (e.getCause() instanceof ConnectException closed) {
        throw new NobodyThere(closed);
      }
      if (e.getCause() instanceof HttpConnectTimeoutException silent) {
        throw new NobodyThere(silent);
      }
      throw e.getCause() instanceof IOException silent ? silent : new IOException(path, e);
    }
  }

  /** Nobody answers at the address at all. */
  static final class NobodyThere extends IOException {
    NobodyThere(IOException cause) {
      super(cause);
    }
  }

  private static byte[] bounded(InputStream body, String path) throws IOException {
    byte[] bytes = body.readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new IOException(path + ": longer than anything in a log");
    }
    return bytes;
  }
}

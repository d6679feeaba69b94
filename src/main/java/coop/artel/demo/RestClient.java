package coop.artel.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's way to the service's REST API. */
public final class RestClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIRST_ERROR = 300;

  /** The service's answer was no. */
  public static final class Refused extends DemoFailed {
    private final int status;
    private final String body;

    Refused(HttpRequest request, HttpResponse<byte[]> response) {
      this(request, response.statusCode(), new String(response.body(), UTF_8));
    }

    private Refused(HttpRequest request, int status, String body) {
      super("refused", request.method(), request.uri().getPath(), status, body);
      this.status = status;
      this.body = body;
    }

    public int status() {
      return status;
    }

    /** Whether the problem document has this code. */
    public boolean isFor(String code) {
      return body.contains("\"code\":\"%s\"".formatted(code));
    }
  }

  /** No answer came: what became of the request is not known. */
  public static final class Unanswered extends DemoFailed {
    Unanswered(HttpRequest request, IOException cause) {
      super(cause, "unanswered", request.uri(), cause);
    }
  }

  private final HttpClient http;
  private final URI service;
  private final @Nullable String token;
  private final String language;

  public RestClient(HttpClient http, URI service, @Nullable String token) {
    this(http, service, token, "ru");
  }

  private RestClient(HttpClient http, URI service, @Nullable String token, String language) {
    this.http = http;
    this.service = service;
    this.token = token;
    this.language = language;
  }

  public RestClient as(String otherToken) {
    return new RestClient(http, service, otherToken, language);
  }

  RestClient in(String otherLanguage) {
    return new RestClient(http, service, token, otherLanguage);
  }

  public JsonNode get(String path) {
    return json(send(request(path).GET().build()));
  }

  public byte[] bytes(String path) {
    return send(request(path).GET().build()).body();
  }

  public JsonNode post(String path, Map<String, ?> body) {
    try {
      return json(
          send(
              request(path)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                  .build()));
    } catch (IOException e) {
      throw new DemoFailed(e, "not-json", path, String.valueOf(e.getMessage()));
    }
  }

  /** A form with one file, as a browser sends it. */
  public JsonNode send(String path, Map<String, String> fields, byte[] file) {
    var boundary = "artel-" + UUID.randomUUID();
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            part(body, boundary, "name=\"%s\"".formatted(name), value.getBytes(UTF_8)));
    part(body, boundary, "name=\"file\"; filename=\"file\"", file);
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return json(
        send(
            request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build()));
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String name, byte[] content) {
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
            .formatted(boundary, name)
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(PATIENCE)
            .header("Accept-Language", language);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() >= FIRST_ERROR) {
        throw new Refused(request, response);
      }
      return response;
    } catch (IOException e) {
      throw new Unanswered(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed(e, "interrupted");
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return response.body().length == 0
          ? MissingNode.getInstance()
          : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new DemoFailed(e, "not-json", response.uri(), String.valueOf(e.getMessage()));
    }
  }
}

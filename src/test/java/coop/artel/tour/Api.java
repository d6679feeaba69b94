package coop.artel.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** The service as somebody's programs use it: a quick way to what no test of pages is about. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEAM = "the-end-of-a-part";

  private final URI server;
  private final String token;

  Api(String server, String token) {
    this.server = URI.create(server + "/api/");
    this.token = token;
  }

  JsonNode get(String path) {
    return ask(path, HttpRequest.newBuilder().GET());
  }

  JsonNode post(String path, Object body) {
    try {
      return send(path, "application/json", JSON.writeValueAsString(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode put(String path, Object body) {
    try {
      var text = BodyPublishers.ofString(JSON.writeValueAsString(body), UTF_8);
      return ask(
          path, HttpRequest.newBuilder().header("Content-Type", "application/json").PUT(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fields as a form of a page would send them, with a file. */
  JsonNode bring(String path, Map<String, String> fields, String file) {
    var parts = new StringBuilder();
    fields.forEach((name, value) -> part(parts, name, "", value));
    part(parts, "file", "; filename=\"list.csv\"", file);
    parts.append("--").append(SEAM).append("--\r\n");
    return send(path, "multipart/form-data; boundary=" + SEAM, parts.toString());
  }

  private static void part(StringBuilder parts, String name, String more, String value) {
    parts.append("--").append(SEAM).append("\r\nContent-Disposition: form-data; name=\"");
    parts.append(name).append('"').append(more).append("\r\n\r\n").append(value).append("\r\n");
  }

  private JsonNode send(String path, String type, String body) {
    return ask(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body, UTF_8)));
  }

  private JsonNode ask(String path, HttpRequest.Builder request) {
    var sent = request.uri(server.resolve(path)).header("Authorization", "Bearer " + token).build();
    try {
      var answer = HttpClient.newHttpClient().send(sent, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError("%s %s: %s".formatted(sent.method(), path, answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

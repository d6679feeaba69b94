package coop.artel.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's way to the service's REST API. */
final class RestClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIRST_ERROR = 300;

  private final HttpClient http;
  private final URI service;
  private final @Nullable String token;

  RestClient(HttpClient http, URI service, @Nullable String token) {
    this.http = http;
    this.service = service;
    this.token = token;
  }

  RestClient as(String otherToken) {
    return new RestClient(http, service, otherToken);
  }

  JsonNode get(String path) {
    return json(send(request(path).GET().build()));
  }

  byte[] bytes(String path) {
    return send(request(path).GET().build()).body();
  }

  JsonNode post(String path, Map<String, ?> body) {
    try {
      return json(
          send(
              request(path)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                  .build()));
    } catch (IOException e) {
      throw new DemoFailed("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(PATIENCE)
            .header("Accept-Language", "ru");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() >= FIRST_ERROR) {
        throw new DemoFailed(
            "%s %s: %d %s"
                .formatted(
                    request.method(),
                    request.uri().getPath(),
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8)));
      }
      return response;
    } catch (IOException e) {
      throw new DemoFailed("%s: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted", e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return response.body().length == 0
          ? MissingNode.getInstance()
          : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new DemoFailed("%s: %s".formatted(response.uri(), e.getMessage()), e);
    }
  }
}

package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks as a browser without scripts does: cookies, forms with their hidden token, no redirects. */
final class Browser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI server;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Browser(int port) {
    this.server = URI.create("http://127.0.0.1:" + port);
  }

  Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Browser signedIn(String login) {
    var answer =
        submit("/sign-in", "/sign-in", Map.of("login", login, "password", DeskScene.PASSWORD));
    if (answer.headers().firstValue("Location").orElse("").contains("error")) {
      throw new IllegalStateException("Signing in as %s failed".formatted(login));
    }
    return this;
  }

  /** Asks whether it is still what it was under that version. */
  HttpResponse<String> getUnless(String version, String path) {
    return send(request(path).header("If-None-Match", version));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** Fills in the form that stands at one address and sends it to another. */
  HttpResponse<String> submit(String from, String to, Map<String, String> values) {
    var token = CSRF.matcher(get(from).body());
    var body = new StringBuilder(token.find() ? "_csrf=" + encode(token.group(1)) : "");
    values.forEach((key, value) -> body.append('&').append(key).append('=').append(encode(value)));
    return send(
        request(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** The secret that the form at an address holds. */
  String token(String from) {
    var token = CSRF.matcher(get(from).body());
    if (!token.find()) {
      throw new IllegalStateException("No form stands at " + from);
    }
    return encode(token.group(1));
  }

  /** Sends a form that somebody has made up. */
  HttpResponse<String> send(String path, String body) {
    return post(
        path, "application/x-www-form-urlencoded", HttpRequest.BodyPublishers.ofString(body));
  }

  /** Has this cookie from before. */
  Browser keeping(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(server, cookie);
    return this;
  }

  HttpResponse<String> post(String path, String json) {
    return post(path, "application/json", HttpRequest.BodyPublishers.ofString(json));
  }

  HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) {
    return send(request(path).header("Content-Type", type).POST(body));
  }

  HttpResponse<String> put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    headers.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The body of an answer that has a status. */
  static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(answer.body(), e);
    }
  }
}

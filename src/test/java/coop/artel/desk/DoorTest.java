package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes over the wire before any page is asked: host names, forwarded headers, rubbish. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil"})
  void a_foreign_host_is_answered_nothing_but_that(String host) throws IOException {
    for (String path : new String[] {"/", "/sign-in", "/application/" + DeskScene.TOKEN}) {
      assertThat(get(path, host))
          .startsWith("HTTP/1.1 400")
          .contains("Запрос не понят", "artel.url")
          .doesNotContain(host);
    }
    assertThat(get("/api/cooperatives", host))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"host-unknown\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST:8080"})
  void this_machine_is_known_by_its_own_names(String host) throws IOException {
    assertThat(get("/sign-in", host)).startsWith("HTTP/1.1 200");
  }

  @Test
  void what_watches_over_a_container_asks_under_any_name() throws IOException {
    assertThat(get("/actuator/health", "10.1.2.3:8080")).doesNotStartWith("HTTP/1.1 400");
  }

  @Test
  void no_redirect_names_a_host() throws IOException {
    assertThat(get("/tasks", "localhost"))
        .startsWith("HTTP/1.1 302")
        .contains("Location: /sign-in");
  }

  @Test
  void forwarded_headers_are_not_believed_unless_the_operator_says_so() throws IOException {
    String answer =
        send(
            "GET /application/%s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\n"
                    .formatted(DeskScene.TOKEN)
                + "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example;proto=https\r\n"
                + "Connection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 302").contains("SameSite=Lax", "HttpOnly");
    assertThat(answer).doesNotContain("evil.example", "Secure");
  }

  @Test
  void the_cookie_of_a_session_is_hidden_from_scripts_and_from_other_sites() throws IOException {
    var browser = new Browser(port);

    assertThat(
            browser
                .submit(
                    "/sign-in",
                    "/sign-in",
                    Map.of("login", "secretary", "password", DeskScene.PASSWORD))
                .headers()
                .allValues("Set-Cookie"))
        .filteredOn(line -> line.startsWith("JSESSIONID="))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /% HTTP/1.1",
        "GET /[ HTTP/1.1",
        "GET /a%00b HTTP/1.1",
        "GET /a%2Fb HTTP/1.1",
        "GET /a\\b HTTP/1.1",
        "GET / HTTP/1.1\r\nHost: b",
        "G@T / HTTP/1.1"
      })
  void what_cannot_be_read_is_refused_in_words_and_without_a_word_about_the_server(String line)
      throws IOException {
    assertThat(send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("<title>Запрос не понят")
        .contains("text/html;charset=UTF-8")
        .doesNotContainIgnoringCase("tomcat", "apache", "exception", "HTTP Status");
  }

  @Test
  void under_the_api_it_is_a_problem() throws IOException {
    assertThat(send("GET /api/[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":\"malformed-request\"")
        .doesNotContain("<html");
  }

  private String get(String path, String host) throws IOException {
    return send("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host));
  }

  private String send(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

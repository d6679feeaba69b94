package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever only reads takes no memory of a node, and what they send is still known to be ours. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReadersWithoutSessionTest {
  private static final String APPLY = "/apply/" + DeskScene.LADYA;

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/help/keyboard",
        "/apply/0b5c4900-0000-4000-8000-000000000001",
        "/application/" + DeskScene.TOKEN,
        "/application",
        "/preferences/language/en?back=/",
        "/tasks",
        "/cases?q=1",
        "/nothing-here"
      })
  void reading_opens_no_session(String path) {
    var browser = new Browser(port);
    browser.get("/application/" + DeskScene.TOKEN);

    assertThat(cookies(browser.get(path))).noneMatch(it -> it.startsWith("JSESSIONID"));
  }

  @Test
  void a_language_that_a_reader_chose_stays_without_a_session() {
    var browser = new Browser(port);
    browser.get("/preferences/language/en?back=/");

    assertThat(browser.get("/").body()).contains("<html lang=\"en\"");
  }

  @Test
  void the_secret_of_a_form_is_hidden_from_scripts_and_from_other_sites() {
    assertThat(cookies(new Browser(port).get(APPLY)))
        .filteredOn(it -> it.startsWith("form="))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(cookies(new Browser(port).get("/"))).noneMatch(it -> it.startsWith("form="));
  }

  @Test
  void a_form_is_taken_with_the_secret_of_its_own_browser_only() {
    var here = new Browser(port);
    var elsewhere = new Browser(port);
    elsewhere.get("/sign-in");

    assertThat(here.submit("/", "/sign-in", Map.of("login", "x", "password", "y")).statusCode())
        .isEqualTo(403);
    assertThat(
            elsewhere
                .send("/sign-in", "login=x&password=y&_csrf=" + here.token("/sign-in"))
                .statusCode())
        .isEqualTo(403);
    assertThat(here.submit("/sign-in", "/sign-in", Map.of("login", "x", "password", "y")))
        .satisfies(it -> assertThat(it.statusCode()).isEqualTo(302));
  }

  @Test
  void whoever_signs_in_gets_another_secret_than_the_readers() {
    var browser = new Browser(port);
    var before = browser.token("/sign-in");
    browser.signedIn("secretary");

    assertThat(browser.send("/sign-out", "_csrf=" + before).statusCode()).isEqualTo(403);
    assertThat(browser.submit("/tasks", "/sign-out", Map.of()).statusCode()).isEqualTo(302);
  }

  @Test
  void after_a_sign_in_one_comes_to_the_page_that_one_asked_for() {
    var browser = new Browser(port);
    browser.get("/cases?q=2026-0042");

    assertThat(signIn(browser)).isEqualTo("/cases?q=2026-0042");
    browser.get("/cases?q=2026-0042");
    browser.submit("/tasks", "/sign-out", Map.of());
    assertThat(signIn(browser)).isEqualTo("/tasks");
  }

  @Test
  void nobody_comes_back_to_a_stream_or_to_what_a_script_fetched() {
    var browser = new Browser(port).with("Accept", "text/event-stream");
    browser.get("/notices/stream");

    assertThat(signIn(browser)).isEqualTo("/tasks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example/",
        "https://evil.example/",
        "evil",
        "/a b",
        "/\r\nX: y"
      })
  void nobody_is_led_off_this_site(String page) {
    var kept = Base64.getUrlEncoder().encodeToString(page.getBytes());
    var browser = new Browser(port).keeping("asked", kept);

    assertThat(signIn(browser)).isEqualTo("/tasks");
  }

  private static String signIn(Browser browser) {
    return browser
        .submit(
            "/sign-in", "/sign-in", Map.of("login", "secretary", "password", DeskScene.PASSWORD))
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  private static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie");
  }
}

package coop.artel.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The second verifier as the service hands it out, over what the service itself exports. */
@OpenHouse
class ServedVerifierTest {
  @Autowired Scene scene;

  @BeforeEach
  void play() {
    scene.played();
  }

  @Test
  void the_export_of_a_case_holds_under_the_policy_that_the_service_publishes() {
    var auditor = scene.at("auditor");
    var path = scene.admission().caseOf(auditor, Scene.ADMITTED);
    var requests = auditor.context().request();
    byte[] export = requests.get(scene.server() + path + "/export").body();
    var policy = requests.get(scene.server() + "/log/policy").text();

    try (var reader = auditor.again("ru")) {
      var page = reader.opens(path).follows("Проверить выгрузку в браузере").page();
      page.locator("#file").setInputFiles(new FilePayload("case.zip", "application/zip", export));
      page.locator("#policy").fill(policy);
      page.locator("#anchor").evaluate("it => { it.checked = true }");
      page.locator("#check").click();

      assertThat(page.locator("#verdict"))
          .hasText("ВЕРНО, НО ЗАКРЕПЛЕНО В УЧЕБНОЙ ЦЕПИ БЕЗ ПЕЧАТЕЙ: выгрузка подлинна");
      assertThat(page.locator(".check.is-ok")).hasCount(15);
      assertThat(page.locator(".story")).containsText("Дело закончено");
      assertThat(reader.complaints()).isEmpty();
    }
  }

  @Test
  void the_page_is_the_file_of_the_build_and_may_run_its_own_script_alone() throws Exception {
    var address = URI.create(scene.server() + "/log/verifier.html");
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(Files.readAllBytes(Path.of("target", "classes", "notary", "verifier.html")));
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; script-src 'sha256-")
        .endsWith("frame-ancestors 'none'")
        .doesNotContain("self", "unsafe", "http");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }
}

package coop.artel.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page costs on the wire, headers included, as the browser itself counts it. */
@OpenHouse
class PageWeightTest {
  private static final long FIRST = 300_000;
  private static final long LATER = 30_000;
  private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/(?:css|lib)/[^\"#]+)");
  private static final Pattern IN_CSS = Pattern.compile("url\\([\"']?([^)\"']+)");

  @Autowired Scene scene;

  @Test
  void a_first_page_is_light_and_a_later_one_much_lighter() {
    scene.played();
    try (var newcomer = scene.at("secretary").again("ru")) {
      var weighed = weigh(newcomer);

      newcomer.opens("/tasks?view=all");
      newcomer.page().waitForLoadState(LoadState.NETWORKIDLE);
      long first = weighed.getAndSet(0);
      newcomer.opens("/cases");
      newcomer.page().waitForLoadState(LoadState.NETWORKIDLE);
      long later = weighed.getAndSet(0);

      System.out.printf("A first page weighs %d bytes, a later one %d%n", first, later);
      assertThat(first).isBetween(LATER, FIRST);
      assertThat(later).isBetween(1L, LATER);
    }
  }

  @Test
  void whatever_a_page_loads_is_named_by_its_content_and_kept() throws Exception {
    var page = get("/");
    var files = FILE.matcher(page.body());
    assertThat(files.find()).isTrue();
    do {
      var file = get(files.group(1));
      kept(file);
      if (files.group(1).contains("fonts") || files.group(1).contains("frame")) {
        var inner = IN_CSS.matcher(file.body());
        assertThat(inner.find()).isTrue();
        kept(get(URI.create(files.group(1)).resolve(inner.group(1)).toString()));
      }
    } while (files.find());
  }

  @Test
  void a_file_of_a_plain_or_a_foreign_name_is_not_kept() throws Exception {
    var plain = get("/css/document.css");
    var foreign = get("/css/document-00000000000000000000000000000000.css");

    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.headers().firstValue("Cache-Control").orElse(""))
        .doesNotContain("immutable");
  }

  private static void kept(HttpResponse<String> file) {
    assertThat(file.statusCode()).as("%s", file.uri()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control"))
        .as("%s", file.uri())
        .hasValue("max-age=31536000, public, immutable");
  }

  private static AtomicLong weigh(Guest guest) {
    var bytes = new AtomicLong();
    CDPSession network = guest.context().newCDPSession(guest.page());
    network.on(
        "Network.loadingFinished",
        (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    network.send("Network.enable");
    return bytes;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(scene.server() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

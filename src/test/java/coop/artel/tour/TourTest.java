package coop.artel.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at every page in both languages and both themes, on a desk and on telephones, keeps
 * pictures under {@code target/tour}, and has axe-core look for what would shut people out.
 */
@OpenHouse
class TourTest {
  private static final Path PICTURES = Path.of("target", "tour");
  private static final String MARKS_MISSING =
      "() => [...document.querySelectorAll('use')].map(it => it.getAttribute('href'))"
          + ".filter(it => !document.querySelector(it))";

  /** Those of the README, taken over on {@code -Dartel.pictures}. */
  private static final List<String> OF_THE_README = List.of("tasks.png", "case.png");

  private static final int DESK = 1280;
  private static final int TELEPHONE = 375;
  private static final int SMALL_TELEPHONE = 320;
  private static final int SCREEN = 800;

  /**
   * Where each page is scanned and pictured: every language, theme and width, and not each with
   * each other, for a picture costs a fifth of a second and a scan as much.
   */
  private static final Map<String, List<View>> VIEWS =
      Map.of(
          "ru", List.of(new View("light", DESK), new View("dark", TELEPHONE)),
          "en", List.of(new View("dark", DESK)));

  private record View(String theme, int width) {
    String picture(Stop stop) {
      return stop.name() + (width == DESK ? ".png" : "-phone.png");
    }
  }

  @Autowired Scene scene;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private final Map<String, Guest> visitors = new HashMap<>();
  private Pages pages;

  @TestFactory
  Stream<DynamicTest> each_page_is_whole_legible_and_open_to_everybody() {
    scene.played();
    pages = new Pages(requestMappingHandlerMapping);
    var looks =
        Stream.of("ru", "en")
            .flatMap(
                language ->
                    Stops.all().stream()
                        .map(
                            stop ->
                                DynamicTest.dynamicTest(
                                    stop.name() + " " + language, () -> look(stop, language))));
    return Stream.concat(
        looks, Stream.of(DynamicTest.dynamicTest("no page is left out", this::nothingIsLeftOut)));
  }

  private void nothingIsLeftOut() {
    assertThat(pages.unseen()).as("pages that are no stop of the tour").isEmpty();
  }

  @Test
  void what_would_shut_people_out_is_found() {
    try (var guest = Guest.at(scene.server(), "ru")) {
      var page = guest.opens("/").page();
      page.setViewportSize(TELEPHONE, SCREEN);
      assertThat(Axe.violations(page)).isEmpty();
      assertThat(beyond(page)).isEmpty();
      assertThat(guest.complaints()).isEmpty();

      page.waitForResponse(
          "**/none.svg",
          () ->
              page.evaluate(
                  """
                  () => {
                    document.querySelector('h1').style.color = '#cfd4d1';
                    document.querySelector('main').style.minWidth = '500px';
                    document.querySelector('.skip').insertAdjacentHTML('afterend', '<img src="/css/none.svg">');
                  }
                  """));

      assertThat(Axe.violations(page))
          .anyMatch(it -> it.startsWith("color-contrast"))
          .anyMatch(it -> it.startsWith("image-alt"));
      assertThat(beyond(page)).anyMatch(it -> it.contains("<main"));
      assertThat(guest.complaints()).anyMatch(it -> it.contains("404"));
    }
  }

  private void look(Stop stop, String language) throws IOException {
    var origin = stop.visitor().apply(scene);
    var address = stop.address().apply(scene);
    var guest =
        visitors.computeIfAbsent(
            language + System.identityHashCode(origin), it -> origin.again(language));
    guest.complaints();
    var page = guest.page();
    page.setViewportSize(DESK, SCREEN);
    int status = stop.there().apply(guest.opens(address)).status();
    if (status < 400) {
      pages.see(page.url());
    }

    assertThat((List<?>) page.evaluate(MARKS_MISSING))
        .as("marks that are not on the page")
        .isEmpty();
    var found = new SoftAssertions();
    found.assertThat(status).isEqualTo(stop.status());
    found.assertThat(page.title()).isNotBlank();
    found
        .assertThat(page.locator("html").getAttribute("lang"))
        .isEqualTo(stop.spoken().isEmpty() ? language : stop.spoken());
    found.assertThat(page.locator("h1").count()).as("headings of the first level").isEqualTo(1);
    for (int width : List.of(SMALL_TELEPHONE, TELEPHONE)) {
      page.setViewportSize(width, SCREEN);
      found.assertThat(beyond(page)).as("on a telephone of %s", width).isEmpty();
    }
    for (View view : VIEWS.get(language)) {
      page.evaluate("theme => { document.documentElement.dataset.theme = theme }", view.theme());
      page.setViewportSize(view.width(), SCREEN);
      var folder = Files.createDirectories(PICTURES.resolve(language + "-" + view.theme()));
      keep(page, folder.resolve(view.picture(stop)));
      found.assertThat(Axe.violations(page)).as("axe-core, %s", view).isEmpty();
    }
    found
        .assertThat(guest.complaints())
        .as("complaints of the browser")
        .allMatch(it -> stop.status() >= 400 && it.contains(" " + stop.status() + " "));
    found.assertAll();
  }

  private static void keep(Page page, Path file) throws IOException {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    var folder = System.getProperty("artel.pictures");
    var name = file.getFileName();
    if (folder != null
        && file.getParent().endsWith("ru-light")
        && OF_THE_README.contains(name.toString())) {
      // What one sees without scrolling: a whole page would make the file heavy.
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name)));
    }
  }

  /** What makes a page wider than the screen; what scrolls in a box of its own does not. */
  @SuppressWarnings("unchecked")
  private static List<String> beyond(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => document.scrollingElement.scrollWidth <= innerWidth ? [] :
              [`${document.scrollingElement.scrollWidth} of ${innerWidth}`,
                ...[...document.body.querySelectorAll('*')]
                  .filter((it) => it.getBoundingClientRect().right > innerWidth)
                  .map((it) => it.cloneNode().outerHTML)].slice(0, 12)
            """);
  }
}

package coop.artel.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * Somebody at a browser of their own, who sees only the pages: says what is read and pressed, by
 * the words that stand there. What the browser complains about meanwhile is kept.
 */
final class Guest implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
  }

  private final BrowserContext context;
  private final Page page;
  private final String server;
  private final List<String> complaints = new ArrayList<>();

  private int status;

  private Guest(String server, Browser.NewContextOptions options) {
    this.server = server;
    this.context =
        Chromium.browser()
            .newContext(
                options
                    .setViewportSize(WIDTH, HEIGHT)
                    .setTimezoneId("Europe/Moscow")
                    .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE.toMillis());
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onResponse(
        response -> {
          if (response.request().isNavigationRequest()) {
            status = response.status();
          }
        });
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> complaints.add(request.failure() + ": " + request.url()));
  }

  static Guest at(String server, String language) {
    return new Guest(server, new Browser.NewContextOptions().setLocale(language));
  }

  static Guest withoutScripts(String server, String language) {
    return new Guest(
        server, new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
  }

  /** The same person, signed in as here, in another language. */
  Guest again(String language) {
    var other =
        new Guest(
            server,
            new Browser.NewContextOptions()
                .setLocale(language)
                .setStorageState(context.storageState()));
    other.context.addCookies(
        List.of(
            new Cookie("lang", language).setUrl(server),
            new Cookie("theme", "light").setUrl(server)));
    return other;
  }

  /** What the server said to the last page that was asked for. */
  int status() {
    return status;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** What the browser complained about since this was asked last. */
  List<String> complaints() {
    var told = List.copyOf(complaints);
    complaints.clear();
    return told;
  }

  Guest opens(String path) {
    page.navigate(path.startsWith("http") ? path : server + path);
    return this;
  }

  Guest signsIn(Scene.Account account) {
    opens("/sign-in").fills("Логин", account.login()).fills("Пароль", account.password());
    presses("Войти");
    sees("Задачи");
    return this;
  }

  Guest follows(String link) {
    link(link).click();
    return this;
  }

  Guest presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
    return this;
  }

  Guest clicks(String selector) {
    page.locator(selector).first().click();
    page.waitForLoadState();
    return this;
  }

  Guest fills(String label, String text) {
    page.getByLabel(startingWith(label)).first().fill(text);
    return this;
  }

  Guest chooses(String label, String option) {
    page.getByLabel(startingWith(label)).first().selectOption(option);
    return this;
  }

  /** Gives a file to the field whose label begins so; its content is its name. */
  Guest attaches(String label, String name) {
    return attaches(label, name, name);
  }

  Guest attaches(String label, String name, String content) {
    page.getByLabel(startingWith(label))
        .first()
        .setInputFiles(new FilePayload(name, "application/octet-stream", content.getBytes(UTF_8)));
    return this;
  }

  Guest ticks(String label) {
    page.getByLabel(startingWith(label)).first().check();
    return this;
  }

  /** One of several answers, called exactly so. */
  Guest picks(String answer) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(answer).setExact(true))
        .check();
    return this;
  }

  /** Opens a page again and again until the words stand on it. */
  Guest waitsFor(String path, String words) {
    return waits(path, page.locator("main").filter(containing(words)));
  }

  /** The same for a line of a table that has all of the words. */
  Guest waitsForRow(String path, String... words) {
    var row = page.locator("tbody tr");
    for (String word : words) {
      row = row.filter(containing(word));
    }
    return waits(path, row);
  }

  private Guest waits(String path, Locator what) {
    var deadline = Instant.now().plus(PATIENCE);
    for (opens(path); what.count() == 0; opens(path)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            "Waited in vain at %s for %s:%n%s"
                .formatted(path, what, page.locator("main").innerText()));
      }
      page.waitForTimeout(PAUSE.toMillis());
    }
    return this;
  }

  Locator row(String words) {
    return page.locator("tbody tr").filter(containing(words)).first();
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Locator.FilterOptions containing(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  Guest sees(String words) {
    assertThat(page.locator("body")).containsText(words);
    return this;
  }

  Guest unfolds(String summary) {
    page.locator("summary").filter(containing(summary)).click();
    return this;
  }

  /** The words of a document, which opens in a window of its own. */
  String reads(String document) {
    var paper = context.waitForPage(() -> link(document).click());
    try {
      return paper.locator("body").innerText();
    } finally {
      paper.close();
    }
  }

  String path() {
    return page.url().substring(server.length());
  }

  private static Pattern startingWith(String label) {
    // Read by the browser's side, which does not know Java's way of quoting.
    return Pattern.compile("^\\s*" + label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0"));
  }

  @Override
  public void close() {
    context.close();
  }

  /** The page is kept as a picture, and scanned on a desk and on a telephone. */
  void shows(String name) {
    for (int width : new int[] {WIDTH, 390}) {
      page.setViewportSize(width, HEIGHT);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "tour", name + "-" + width + ".png")));
      Assertions.assertThat(Axe.violations(page)).as("%s at %d", name, width).isEmpty();
      Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .as("%s at %d", name, width)
          .isLessThanOrEqualTo(width);
    }
    page.setViewportSize(WIDTH, HEIGHT);
  }
}

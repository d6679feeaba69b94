package coop.artel.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer that is long in coming: who waits sees and hears it. */
@OpenHouse
class WaitingTest {
  @Autowired Scene scene;
  private Guest secretary;

  @BeforeEach
  void sitDown() {
    scene.played();
    secretary = scene.at("secretary").again("ru");
  }

  @AfterEach
  void leave() {
    secretary.close();
  }

  @Test
  void a_part_of_a_page_that_is_fetched_says_so_until_it_is_there() {
    var page = secretary.opens("/tasks?view=all").page();
    var answer = held(page, "**/tasks?view=groups");

    page.locator("#tab-groups").click();

    assertThat(busy(page)).isVisible();
    assertThat(busy(page)).hasAttribute("role", "progressbar");
    assertThat(page.locator("[data-busy-told]")).hasText("Ждём ответа");
    assertThat(page.locator("#main")).hasAttribute("aria-busy", "true");

    letGo(page, answer);

    assertThat(page.locator("#tab-groups")).hasAttribute("aria-current", "page");
    assertThat(busy(page)).isHidden();
    assertThat(page.locator("[data-busy-told]")).hasText("");
    assertThat(page.locator("#main")).not().hasAttribute("aria-busy", "true");
  }

  @Test
  void a_form_that_leaves_the_page_says_so_until_the_next_is_there() {
    var page = secretary.opens("/cases").page();
    var answer = held(page, "**/cases?q=*");

    // A look from here would wait for the next page, so the bar itself tells that it is shown.
    page.waitForConsoleMessage(
        new Page.WaitForConsoleMessageOptions().setPredicate(it -> it.text().equals("shown")),
        () ->
            page.evaluate(
                """
                () => {
                  const bar = document.querySelector('[data-busy]');
                  new MutationObserver(() => bar.hidden || console.info('shown'))
                      .observe(bar, { attributes: true });
                  setTimeout(() => document.querySelector('form.search').requestSubmit());
                }
                """));
    letGo(page, answer);
    page.waitForURL("**/cases?q=*");
    assertThat(busy(page)).isHidden();
  }

  private static Locator busy(Page page) {
    return page.locator("[data-busy]");
  }

  /** The answer to what is asked there, which comes when it is let go. */
  private static AtomicReference<Route> held(Page page, String path) {
    var answer = new AtomicReference<Route>();
    page.route(path, answer::set);
    return answer;
  }

  /** The bar may be shown before the browser has told that it asked. */
  private static void letGo(Page page, AtomicReference<Route> answer) {
    page.waitForCondition(() -> answer.get() != null);
    answer.get().resume();
  }
}

package coop.artel.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page on the keyboard promises, kept with the keyboard alone. */
@OpenHouse
class KeyboardTest {
  /** More stops than any page has; who needs them all has missed the way. */
  private static final int FAR = 60;

  private static final String RING =
      """
      () => {
        const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            || style.boxShadow !== 'none';
      }
      """;

  /**
   * At most so many: a date is four stops, for its parts and its calendar. How long a list is
   * depends on what the house has lived through.
   */
  private static final String STOPS =
      """
      () => 4 * document.querySelectorAll(
          'a[href], button, input, select, textarea, summary, [tabindex]').length
      """;

  @Autowired Scene scene;
  private Guest secretary;
  private Guest anybody;

  @BeforeEach
  void sitDown() {
    scene.played();
    secretary = scene.at("secretary").again("ru");
    anybody = Guest.at(scene.server(), "ru");
  }

  @AfterEach
  void leave() {
    secretary.close();
    anybody.close();
  }

  @Test
  void the_first_stop_leads_past_the_header() {
    var page = secretary.opens("/tasks?view=all").page();

    press(page, "Tab");
    assertThat(focused(page)).isEqualTo("К содержанию");
    assertThat(page.locator(".skip").boundingBox().y).isNotNegative();
    press(page, "Enter");
    press(page, "Tab");

    assertThat((boolean) page.evaluate("() => document.activeElement.closest('main') !== null"))
        .isTrue();
  }

  @Test
  void every_stop_is_seen_and_none_is_a_trap() {
    for (String path : new String[] {"/tasks?view=all", "/cases", "/members"}) {
      var page = secretary.opens(path).page();
      int stops = (int) page.evaluate(STOPS);
      var seen = new HashSet<>();
      boolean past = false;
      for (int i = 0; i <= stops && !past; i++) {
        press(page, "Tab");
        if (page.evaluate("() => document.activeElement === document.body").equals(true)) {
          past = true;
          continue;
        }
        assertThat(page.evaluate(RING))
            .as("focus on «%s» of %s", focused(page), path)
            .isEqualTo(true);
        seen.add(page.evaluate("() => document.activeElement.outerHTML"));
      }

      assertThat(seen.size()).as(path).isGreaterThan(8);
      assertThat(past).as("the keyboard comes past all %d stops of %s", stops, path).isTrue();
    }
  }

  @Test
  void somebody_signs_in_without_a_mouse() {
    var page = anybody.opens("/sign-in").page();
    var account = scene.account("auditor");

    page.keyboard().type(account.login());
    press(page, "Tab");
    page.keyboard().type(account.password());
    press(page, "Enter");

    anybody.sees("Задачи");
  }

  @Test
  void a_task_is_taken_and_given_back_without_a_mouse() {
    var page = secretary.opens(scene.admission().taskOf(secretary, Scene.NEW)).page();

    reach(page, "Взять в работу");
    press(page, "Space");
    secretary.sees("Завершить");
    reach(page, "На бумаге");
    press(page, "ArrowDown");
    assertThat(
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Электронно"))
                .isChecked())
        .isTrue();
    reach(page, "Завершить");
    press(page, "Enter");
    secretary.sees("Исправьте");
    page.waitForLoadState();
    assertThat((String) page.evaluate("() => document.activeElement.id")).isEqualTo("errors");
    reach(page, "Вернуть задачу в группу");
    press(page, "Enter");

    secretary.sees("Задача свободна");
  }

  @Test
  void a_decision_is_unfolded_with_a_key() {
    var page = secretary.opens(scene.admission().caseOf(secretary, Scene.ADMITTED)).page();

    page.locator(".history summary").first().focus();
    press(page, "Space");

    assertThat(page.locator(".history details").first().getAttribute("open")).isNotNull();
  }

  @Test
  void the_colours_are_switched_with_a_key_and_stay() {
    var page = anybody.opens("/").page();

    reach(page, "Оформление");
    press(page, "Enter");
    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");

    anybody.opens("/help/keyboard");
    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
  }

  private static void reach(Page page, String words) {
    for (int i = 0; i < FAR; i++) {
      press(page, "Tab");
      if (focused(page).startsWith(words)) {
        return;
      }
    }
    throw new AssertionError("«%s» is not reached by Tab".formatted(words));
  }

  private static String focused(Page page) {
    return (String)
        page.evaluate(
            """
            () => {
              const it = document.activeElement;
              return (it.labels?.[0] ?? it).innerText.trim();
            }
            """);
  }

  private static void press(Page page, String key) {
    page.keyboard().press(key);
  }
}

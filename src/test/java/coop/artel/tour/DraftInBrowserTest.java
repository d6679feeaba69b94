package coop.artel.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lawyers write a draft of the rules, with nothing but the pages. */
@OpenHouse
class DraftInBrowserTest {
  private static final String AGE = "заявителю исполнилось";
  private static final String CASES = "jurisdictions/ru/cases/admission.yaml";
  private static final String CONFLICT = "сохранил своё другой человек";

  @Autowired Scene scene;
  private Guest lawyer;

  @BeforeEach
  void sitDown() {
    lawyer = scene.at("lawyer").again("ru");
  }

  @AfterEach
  void leave() {
    lawyer.close();
  }

  @Test
  void a_sentence_is_written_with_the_keyboard_and_a_figure_in_the_table() {
    var page = begin("Возраст приёма");
    assertThat(page.locator("#text")).isHidden();
    var line = page.locator(".cm-line").filter(having(AGE)).first();
    line.click();
    page.keyboard().press("End");
    page.keyboard().press("Shift+Home");
    page.keyboard().type("заявитель достаточно взрослый");
    var told = page.locator("[data-faults]");
    assertThat(told).containsText("Строка " + lineAt(page));
    assertThat(told).containsText("Такого предложения в словаре нет");

    page.keyboard().press("Shift+Home");
    page.keyboard().type("исполнилось");
    takes(page, "заявителю исполнилось не меньше лет");
    page.keyboard().type("min-age");
    takes(page, "membership.min-age");
    assertThat(told).containsText("Ошибок нет");
    page.keyboard().press("Escape");
    page.keyboard().press("Tab");
    assertThat((boolean) page.evaluate("() => document.activeElement.shadowRoot === null"))
        .isTrue();

    lawyer.presses("Сохранить").sees("Сохранено. Ошибок нет.");
    lawyer.follows("Возраст приёма");
    page.locator(".tabs a").filter(having("Нормы")).click();
    lawyer.sees("Цифры закона по датам");
    page.locator("[id='membership.min-age'] a[href*='figure=']").click();
    lawyer
        .fills("Значение", "двадцать один")
        .presses("Сохранить")
        .sees("Нужно целое число, например 16");
    assertThat(lawyer.complaints()).singleElement().asString().contains("422");
    lawyer.fills("Значение", "21").presses("Сохранить");
    page.waitForURL("**/norms#membership.min-age");
    lawyer.follows("Возраст приёма").sees("не сходится");
    page.locator(".sure-low").first().locator("xpath=ancestor::tr").locator("a").click();
    assertThat(page.locator(".finding.not-held").first()).containsText("ждали");
    assertThat(page.locator(".finding.not-held").first()).isVisible();
    lawyer.presses("Спросить закон").sees("Основание");
    assertThat(page.locator("#answer")).isFocused();
    assertThat(lawyer.complaints()).isEmpty();
    withdraw();
  }

  @Test
  void a_case_is_written_with_proposals_and_found_again_by_its_words() {
    var page = begin("Ещё один пример");
    lawyer.opens(lawyer.path().replaceAll("path=[^&]*.*", "path=" + CASES));
    page.locator(".cm-content").click();
    page.keyboard().press("Control+End");
    page.keyboard().type("\n-");
    takes(page, "новый пример");
    page.keyboard().type("Z1");
    page.keyboard().press("Tab");
    page.keyboard().type("тому, кто уже пайщик, отказывают");
    page.keyboard().press("Tab");
    page.keyboard().type("admissi");
    takes(page, "admission");
    page.keyboard().press("Tab");
    page.keyboard().type("2026-05-04");
    page.keyboard().press("Tab");
    page.keyboard().type("уже");
    takes(page, "alreadyMember");
    takes(page, "true");
    page.keyboard().press("Tab");
    page.keyboard().type("нет");
    takes(page, "refused");

    assertThat(page.locator("[data-faults]")).containsText("Ошибок нет");
    assertThat(page.locator("#text").inputValue())
        .endsWith(
            """
            - id: Z1
              name: тому, кто уже пайщик, отказывают
              question: admission
              day: 2026-05-04
              facts: {alreadyMember: true}
              outcome: refused
            """);
    page.keyboard().press("Control+f");
    page.keyboard().type("id: z1");
    page.keyboard().press("Enter");
    assertThat(page.locator(".cm-searchMatch-selected")).hasText("id: Z1");
    assertThat(page.locator(".cm-search")).containsText("С учётом регистра");
    page.keyboard().press("Escape");
    lawyer.presses("Сохранить").sees("Сохранено. Ошибок нет.");
    withdraw();
  }

  @Test
  void of_two_lawyers_on_one_file_neither_loses_what_was_written() {
    var page = begin("Двое за одним файлом");
    var address = lawyer.path();
    try (var other = Guest.withoutScripts(scene.server(), "ru")) {
      other.signsIn(scene.account("lawyer-2")).opens(address);
      var theirs = other.page().locator("#text").inputValue() + "# второй\n";
      var text = page.locator(".cm-content");
      text.click();
      page.keyboard().press("Control+End");
      page.keyboard().type("# первый / 1");
      page.keyboard().press("Control+s");
      lawyer.sees("Сохранено");

      other.fills("Текст файла", theirs).presses("Сохранить").sees(CONFLICT);

      assertThat(other.status()).isEqualTo(409);
      assertThat(other.page().locator(".other-text")).containsText("# первый");
      assertThat(other.page().locator("#text").inputValue()).isEqualTo(theirs);
      other.presses("Сохранить").sees("Сохранено");
      other.fills("Текст файла", "правило, какого нет").presses("Проверить").sees("Строка 1");
    }
    lawyer.opens(address);
    assertThat(page.locator("#text").inputValue()).contains("# второй");
    withdraw();
  }

  /** A new draft, opened from a rule, at the rule's place in its file. */
  private Page begin(String title) {
    lawyer.opens("/rules/ru/admission").follows("Править правило admission.age");
    lawyer.fills("Что меняется", title).fills("Почему", "Проверка").presses("Начать проект");
    lawyer.sees("Текст файла");
    lawyer.page().locator(".cm-line").filter(having(AGE)).first().waitFor();
    return lawyer.page();
  }

  private void withdraw() {
    lawyer.page().locator(".crumbs a").last().click();
    lawyer.presses("Отозвать проект").sees("отозван");
  }

  /** The proposal is the chosen one a moment after it is shown. */
  private static void takes(Page page, String proposal) {
    assertThat(page.locator("[role=option][aria-selected]")).containsText(proposal);
    page.waitForTimeout(150);
    page.keyboard().press("Enter");
  }

  private static int lineAt(Page page) {
    return Integer.parseInt(
        page.locator(".cm-lineNumbers .cm-activeLineGutter").innerText().strip());
  }

  private static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}

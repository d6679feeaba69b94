package coop.artel.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every key that the page on the keyboard names, pressed where it says that it works. */
@OpenHouse
class PromisedKeysTest {
  private static final String FOCUS = "() => document.activeElement.outerHTML";
  private static final int MORE_THAN_A_PAGE = 120;
  private static final Pattern AT = Pattern.compile("is-at");

  @Autowired Scene scene;
  @Autowired JdbcClient sql;

  private final Map<String, Consumer<Guest>> kept = new LinkedHashMap<>();
  private Guest secretary;

  @BeforeEach
  void sitDown() {
    scene.played();
    secretary = scene.at("secretary").again("ru");
    kept.put("Tab Shift + Tab", this::thereAndBack);
    kept.put("Tab Enter", this::pastTheHeader);
    kept.put("Enter", this::followsALink);
    kept.put("Пробел", this::unfolds);
    kept.put("↑ ↓", this::choosesAnother);
    kept.put("↑ ↓ Home End", this::goesFromStepToStep);
    kept.put("← → + − 0", this::movesTheDiagram);
    kept.put("Esc", this::leavesACalledProcess);
    kept.put("/", this::findsTheSearch);
    kept.put("j k", this::goesFromLineToLine);
    kept.put("x", this::ticksALine);
    kept.put("[ ]", this::turnsPages);
    kept.put("Ctrl + S", this::keepsADraft);
    kept.put("Ctrl + P", this::printsThePaperOnly);
  }

  @AfterEach
  void leave() {
    secretary.close();
  }

  @Test
  void every_key_that_the_help_names_does_what_it_says() {
    var page = secretary.opens("/help/keyboard").page();
    var promised =
        page.locator(".keys dt").allInnerTexts().stream()
            .map(it -> it.replaceAll("\\s+", " ").strip())
            .toList();
    assertThat(promised).containsExactlyInAnyOrderElementsOf(kept.keySet());

    kept.values().forEach(deed -> deed.accept(secretary));

    assertThat(secretary.complaints()).isEmpty();
  }

  @Test
  void keys_of_one_letter_can_be_turned_off() {
    var page = secretary.opens("/help/keyboard").page();
    secretary.follows("Выключить сочетания из одной буквы").opens("/cases");

    page.keyboard().press("j");
    assertThat(page.locator(".is-at").count()).isZero();

    secretary.opens("/help/keyboard").follows("Включить их").opens("/cases");
    page.keyboard().press("j");
    assertThat(page.locator(".is-at").count()).isEqualTo(1);
  }

  private void thereAndBack(Guest guest) {
    var page = guest.opens("/cases").page();
    press(page, "Tab", "Tab");
    var second = page.evaluate(FOCUS);
    press(page, "Tab");
    assertThat(page.evaluate(FOCUS)).isNotEqualTo(second);
    press(page, "Shift+Tab");
    assertThat(page.evaluate(FOCUS)).isEqualTo(second);
  }

  private void pastTheHeader(Guest guest) {
    var page = guest.opens("/cases").page();
    press(page, "Tab", "Enter", "Tab");
    assertThat(isWithin(page, "main")).isTrue();
  }

  private void followsALink(Guest guest) {
    var page = guest.opens("/tasks").page();
    page.locator(".nav a[href='/cases']").focus();
    press(page, "Enter");
    page.waitForURL("**/cases");
  }

  private void unfolds(Guest guest) {
    var page = guest.opens(scene.admission().caseOf(guest, Scene.ADMITTED)).page();
    page.locator(".history summary").first().focus();
    press(page, "Space");
    assertThat(page.locator(".history details").first()).hasAttribute("open", "");
  }

  private void choosesAnother(Guest guest) {
    var page = guest.opens(scene.admission().taskOf(guest, Scene.TAKEN)).page();
    var choice = page.locator("main input[type=radio]");
    choice.first().focus();
    press(page, "ArrowDown");
    assertThat(choice.nth(1)).isChecked();
    press(page, "ArrowUp");
    assertThat(choice.first()).isChecked();
  }

  private void goesFromStepToStep(Guest guest) {
    var page = atTheDiagram(guest);
    var steps = page.locator(".live-steps > li > button");
    steps.first().focus();
    press(page, "ArrowDown");
    assertThat(steps.nth(1)).isFocused();
    press(page, "ArrowUp");
    assertThat(steps.first()).isFocused();
    press(page, "End");
    assertThat(steps.last()).isFocused();
    press(page, "Home");
    assertThat(steps.first()).isFocused();
  }

  private void movesTheDiagram(Guest guest) {
    var page = atTheDiagram(guest);
    page.locator(".live-pane .djs-container > svg").focus();
    press(page, "0");
    for (String key : List.of("ArrowLeft", "ArrowRight", "+", "-")) {
      var before = place(page);
      press(page, key);
      assertThat(place(page)).as(key).isNotEqualTo(before);
    }
    press(page, "+");
    var larger = place(page);
    press(page, "0");
    assertThat(place(page)).isNotEqualTo(larger);
  }

  private static Object place(Page page) {
    return page.locator(".live-pane .viewport").getAttribute("transform");
  }

  private void leavesACalledProcess(Guest guest) {
    var page = atTheDiagram(guest);
    var way = page.locator(".live-way li");
    var into = page.locator(".live-detail > button");
    var steps = page.locator(".live-steps > li > button");
    for (int i = 0;
        i < steps.count() && page.locator(".live-detail > button:visible").count() == 0;
        i++) {
      steps.nth(i).focus();
      press(page, "Enter");
    }
    into.and(page.locator(":visible")).first().focus();
    press(page, "Enter");
    assertThat(way).hasCount(2);
    press(page, "Escape");
    assertThat(way).hasCount(1);
  }

  private Page atTheDiagram(Guest guest) {
    var page = guest.opens(scene.admission().caseOf(guest, Scene.ADMITTED)).page();
    page.locator(".live-pane .viewport").waitFor();
    page.locator(".live-steps > li > button").first().waitFor();
    return page;
  }

  private void findsTheSearch(Guest guest) {
    try (var auditor = scene.at("auditor").again("ru")) {
      for (String list : List.of("/tasks?view=groups", "/cases", "/viewings")) {
        var page = auditor.opens(list).page();
        press(page, "/");
        assertThat(page.locator("#q")).isFocused();
      }
    }
    var page = guest.opens("/notices").page();
    press(page, "/");
    page.waitForURL("**/go");
    assertThat(page.locator("#go")).isFocused();
  }

  private void goesFromLineToLine(Guest guest) {
    secretary.opens("/tasks?view=all&due=week&sort=case");
    lines("secretary", "/tasks?view=all", "/cases", "/done", "/notices");
    lines("chair", "/tasks", "/charter");
    lines("auditor", "/viewings", "/series");
    scene.things().deedOfNorm();
    lines("lawyer", "/norms", "/tasks");
    scene.things().draft();
    scene.things().newcomer();
    lines("operator", "/models", "/cooperatives", scene.things().invitations());
    var page = guest.opens("/cases").page();
    press(page, "j");
    var goal = (String) page.evaluate("() => document.activeElement.href");
    press(page, "Enter");
    page.waitForURL(goal);
  }

  private void lines(String login, String... lists) {
    try (var reader = scene.at(login).again("ru")) {
      for (String list : lists) {
        var page = reader.opens(list).page();
        var rows = page.locator("[data-rows] tbody tr, [data-rows] > li");
        press(page, "j");
        assertThat(isWithin(page, "[data-rows] .is-at")).as(list).isTrue();
        assertThat(rows.first()).hasClass(AT);
        if (rows.count() > 1) {
          press(page, "j");
          assertThat(rows.nth(1)).hasClass(AT);
          press(page, "k");
          assertThat(rows.first()).hasClass(AT);
          assertThat(page.locator(".is-at")).hasCount(1);
        }
      }
      assertThat(reader.complaints()).isEmpty();
    }
  }

  private void ticksALine(Guest guest) {
    var page = guest.opens("/tasks?view=groups").page();
    var row = page.locator("[data-rows] tbody tr").filter(having(page.locator(".pick"))).first();
    Locator first = row.locator(".pick");
    row.locator("a.row-title").focus();
    press(page, "x");
    assertThat(first).isChecked();
    press(page, "x");
    assertThat(first).not().isChecked();
  }

  private void turnsPages(Guest guest) {
    looksManyTimes();
    try (var auditor = scene.at("auditor").again("ru")) {
      var page = auditor.opens("/viewings").page();
      press(page, "]");
      page.waitForURL("**/viewings?offset=50*");
      press(page, "[");
      page.waitForURL("**/viewings?offset=0*");
    }
  }

  private void looksManyTimes() {
    scene.at("auditor").opens(scene.admission().caseOf(scene.at("auditor"), Scene.ADMITTED));
    sql.sql(
            """
            insert into access.viewings (viewer, cooperative, kind, case_id, person)
            select viewer, cooperative, kind, case_id, person
            from access.viewings, generate_series(1, :more) where case_id is not null limit :more
            """)
        .param("more", MORE_THAN_A_PAGE)
        .update();
  }

  private void keepsADraft(Guest guest) {
    var task = scene.admission().taskOf(guest, Scene.TAKEN);
    guest.opens(task).fills("Серия и номер", "4510 123456");
    press(guest.page(), "Control+s");
    guest.sees("Черновик от");
    assertThat(guest.opens(task).page().getByLabel("Серия и номер").inputValue())
        .isEqualTo("4510 123456");
    guest.presses("Забыть черновик и начать заново");
  }

  /** The browser's own window of printing is none of ours; what it prints is. */
  private void printsThePaperOnly(Guest guest) {
    var page = guest.opens(scene.admission().caseOf(guest, Scene.ADMITTED)).page();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".top")).isHidden();
    assertThat(page.locator("main button:visible")).hasCount(0);
    assertThat(page.locator("main h1")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static Locator.FilterOptions having(Locator inner) {
    return new Locator.FilterOptions().setHas(inner);
  }

  private static boolean isWithin(Page page, String selector) {
    return (boolean) page.evaluate("it => document.activeElement.closest(it) !== null", selector);
  }

  private static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }
}

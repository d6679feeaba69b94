package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.access.TooManySample;
import coop.artel.chain.ChainState;
import coop.artel.desk.cases.CaseLists;
import coop.artel.meetings.Questions;
import coop.artel.notary.Receipt;
import coop.artel.notary.RecordsNotSealed;
import coop.artel.registry.Memberships;
import coop.artel.registry.RegisterFilter;
import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormSamples;
import coop.artel.workflow.Task;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.junit.jupiter.MockitoSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@MockitoSettings
class DeskPagesTest {
  private static final String DISPOSITION = "Content-Disposition";

  @LocalServerPort int port;
  @Autowired DeskScene scene;
  @Captor ArgumentCaptor<Map<String, Object>> values;

  static class Changed extends Refusal {
    Changed() {
      super("consent-text-changed", "It has changed");
    }
  }

  static class Gone extends Refusal {
    Gone(Kind kind) {
      super(kind, "case-unknown", "There is no such case");
    }
  }

  static class NotReady extends Refusal {
    NotReady() {
      super(Kind.CONFLICT, "admission-not-ready", "It is still being set up");
    }
  }

  static Stream<String> staffPages() {
    return Stream.of(
        "/tasks",
        "/tasks?view=all",
        "/tasks?view=team&due=week&holder=free&sort=newest&from=2026-03-01",
        "/tasks/" + DeskScene.TASK + "/assignment",
        "/done",
        "/go",
        "/notices",
        "/tasks/" + DeskScene.TASK,
        "/tasks/" + DeskScene.FREE_TASK,
        "/questions/" + DeskScene.QUESTION,
        "/cases",
        "/cases/" + DeskScene.CASE,
        "/members",
        "/help/keyboard");
  }

  static Stream<String> publicPages() {
    var apply = "/apply/" + DeskScene.LADYA;
    return Stream.of("/", "/sign-in", apply, apply + "/consent", "/help/keyboard", "/log/state");
  }

  @ParameterizedTest
  @MethodSource("staffPages")
  void a_page_of_staff_is_whole_in_both_languages(String path) {
    whole(path, browser().signedIn("secretary"));
  }

  @ParameterizedTest
  @MethodSource("publicPages")
  void a_public_page_is_whole_in_both_languages(String path) {
    whole(path, browser());
  }

  /** No key without words, no style or script in the page, one heading, the frame around it. */
  private static void whole(String path, Browser browser) {
    for (String language : List.of("ru", "en")) {
      browser.get("/preferences/language/" + language);
      var page = browser.get(path);

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"" + language + "\"", "<main id=\"main\"", "</html>")
          .containsOnlyOnce("<h1")
          .doesNotContain("??", "style=\"", "<style", "onclick", "<script>")
          .contains(language.equals("ru") ? "Учебные часы" : "Training clock");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void who_is_not_signed_in_is_asked_to() {
    var answer = browser().get("/tasks");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).endsWith("/sign-in");
  }

  @Test
  void a_wrong_password_is_said_in_words() {
    var visitor = browser();
    visitor.submit("/sign-in", "/sign-in", Map.of("login", "secretary", "password", "wrong"));

    assertThat(visitor.get("/sign-in?error=wrong").body()).contains("Имя или пароль не подошли");
    assertThat(visitor.get("/sign-in?error=delayed&seconds=4").body()).contains("4 секунды");
  }

  @Test
  void the_list_counts_each_view_and_marks_what_is_overdue() {
    var page = browser().signedIn("secretary").get("/tasks?view=groups").body();

    assertThat(page)
        .contains("просрочено на 2 дня", "Миронова Екатерина Андреевна", DeskScene.NUMBER)
        .contains("О приёме в пайщики: Абдуллаев Тимур Рашидович", "3 из 7");
  }

  @Test
  void a_completed_task_shows_its_receipt_on_the_next() {
    when(scene.tasks.complete(any(), eq(DeskScene.TASK), any()))
        .thenReturn(new Receipt(DeskScene.CASE, 7, DeskScene.DIGEST));
    clearInvocations(scene.tasks);
    var secretary = browser().signedIn("secretary");
    var path = "/tasks/" + DeskScene.TASK;

    var answer =
        secretary.submit(
            path,
            path,
            Map.of("f.documentNumber", " 45 08 ", "f.issuedBy", "", "f.matches", "true"));

    assertThat(answer.statusCode()).isEqualTo(302);
    verify(scene.tasks).complete(any(), eq(DeskScene.TASK), values.capture());
    assertThat(values.getValue())
        .containsEntry("documentNumber", "45 08")
        .containsEntry("matches", true)
        .doesNotContainKeys("issuedBy", "_csrf");
    assertThat(secretary.get(location(answer)).body())
        .contains("Готово: «Сверить личность", DeskScene.DIGEST);
  }

  @Test
  void what_is_wrong_stands_above_the_form_and_at_its_field() {
    doThrow(
            FormSamples.invalid(
                new Form.FieldError("documentNumber", "required", List.of()),
                new Form.FieldError("issuedBy", "too-long", List.of(200))))
        .when(scene.tasks)
        .complete(any(), eq("task-wrong"), any());
    var task = scene.tasks.find(null, DeskScene.TASK);
    when(scene.tasks.find(any(), eq("task-wrong"))).thenReturn(task);
    var path = "/tasks/task-wrong";

    var page =
        browser()
            .signedIn("secretary")
            .submit(path, path, Map.of("f.issuedBy", "ОВД <b>Южный</b>"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Исправьте 2 поля", "href=\"#f-documentNumber\"")
        .contains("aria-invalid=\"true\"", "id=\"f-documentNumber-error\"")
        .contains("не больше 200")
        .contains("name=\"f.issuedBy\" type=\"text\" value=\"ОВД &lt;b&gt;Южный&lt;/b&gt;\"");
  }

  @Test
  void a_task_of_somebody_else_shows_its_form_and_lets_nobody_send_it() {
    var page = browser().signedIn("secretary").get("/tasks/" + DeskScene.HELD_TASK).body();

    assertThat(page)
        .contains("Задачу держит Орлова Дарья Николаевна", "disabled=\"disabled\"")
        .doesNotContain("Завершить");
  }

  @Test
  void only_what_a_group_waits_for_can_be_given_back_to_it() {
    var it = scene.tasks.find(null, DeskScene.TASK);
    when(scene.tasks.find(any(), eq("task-own")))
        .thenReturn(
            new Task(
                "task-own",
                it.caseId(),
                it.process(),
                it.activity(),
                it.cooperative(),
                it.assignee(),
                Set.of(),
                it.created(),
                null,
                false));
    var secretary = browser().signedIn("secretary");

    assertThat(secretary.get("/tasks/" + DeskScene.TASK).body())
        .contains("/tasks/" + DeskScene.TASK + "/release");
    assertThat(secretary.get("/tasks/task-own").body())
        .contains("Завершить")
        .doesNotContain("/tasks/task-own/release");
  }

  /** From a file beside it a browser now and then draws none. */
  @Test
  void every_mark_that_a_page_shows_comes_with_it() {
    for (var path : List.of("/", "/tasks", "/tasks/" + DeskScene.TASK, "/rules/ru")) {
      var page = browser().signedIn("lawyer").get(path).body();
      var shown = Pattern.compile("<use href=\"([^\"]*)\"").matcher(page).results().toList();

      assertThat(shown).as(path).isNotEmpty();
      assertThat(shown)
          .extracting(it -> it.group(1))
          .allSatisfy(it -> assertThat(page).containsOnlyOnce("id=\"" + it.substring(1) + "\""));
    }
  }

  @Test
  void the_law_is_explained_beside_the_task() {
    var page = browser().signedIn("secretary").get("/tasks/" + DeskScene.TASK).body();

    assertThat(page)
        .contains(
            "<span>Да</span>",
            "3085-1, ст. 7",
            "16\u00a0лет",
            "«наименьший возраст члена»",
            "4\u00a0июля 1991",
            "демонстрация");
  }

  @Test
  void a_case_tells_who_did_what_and_how_far_it_is_sealed() {
    var page = browser().signedIn("secretary").get("/cases/" + DeskScene.CASE).body();

    assertThat(page)
        .contains("Не хватает", "Лебедева Анна Сергеевна", "в цепи", "запечатано", "записано")
        .contains("Закреплено в цепи: 3 из 6", "/export")
        .contains("hx-trigger=\"every 5s\"");
  }

  @Test
  void a_case_that_is_not_sealed_yet_asks_to_come_again() throws Exception {
    doThrow(new RecordsNotSealed()).when(scene.exports).write(eq(DeskScene.CASE), any());

    var answer = browser().signedIn("secretary").get("/cases/" + DeskScene.CASE + "/export");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("ещё не запечатаны. Попробуйте через минуту.");
  }

  @Test
  void every_page_tells_how_far_the_log_has_come() {
    assertThat(browser().get("/sign-in").body())
        .contains(
            "Запечатано 1\u00a0234 записи, в учебной цепи закреплено до 1\u00a0230-й, ждут 4<");
    when(scene.chain.state())
        .thenReturn(
            new ChainState(
                ChainState.Phase.DOWN,
                "chain.silent",
                DeskScene.TODAY
                    .atTime(10, 15)
                    .atZone(DeskScene.ZONE)
                    .toInstant()
                    .minus(Duration.ofDays(33)),
                31337L,
                "0x5fbdb2",
                true));
    assertThat(browser().signedIn("secretary").get("/tasks").body())
        .contains("ждут 4 — цепь недоступна с 10:15<")
        .contains("Цепь: недоступна с 10:15 — Узлы цепи не отвечают.");
    when(scene.chain.state())
        .thenReturn(
            new ChainState(ChainState.Phase.READY, null, Instant.EPOCH, 31337L, "0x5fbdb2", true));
  }

  @Test
  void a_chain_that_stands_still_is_told_with_its_reason_and_not_as_one_that_is_away() {
    var since = DeskScene.TODAY.atTime(10, 15).atZone(DeskScene.ZONE).toInstant();
    when(scene.chain.state())
        .thenReturn(
            new ChainState(
                ChainState.Phase.DOWN,
                "chain.stalled",
                since.minus(Duration.ofDays(33)),
                31337L,
                "0x5fbdb2",
                false,
                true));
    assertThat(browser().signedIn("secretary").get("/tasks").body())
        .contains("ждут 4 — цепь не принимает якоря с 10:15<")
        .contains("Цепь: не принимает якоря с 10:15 — Цепь не выпускает новых блоков.");
    when(scene.chain.state())
        .thenReturn(
            new ChainState(ChainState.Phase.READY, null, Instant.EPOCH, 31337L, "0x5fbdb2", true));
  }

  @Test
  void a_case_tells_without_scripts_for_whom_it_waits_and_what_is_left_of_the_term() {
    var page = browser().signedIn("secretary").get("/cases/" + DeskScene.CASE).body();

    assertThat(page)
        .contains("ждёт: Секретарь", "взято в работу: Лебедева Анна Сергеевна")
        .contains("срок 16\u00a0марта 2026, через 4 дня")
        .contains("Осталось 27 дней из 30 — до 8\u00a0апреля 2026 (3085-1, ст. 10, п. 2)")
        .contains("<progress max=\"30\" value=\"3\"")
        .contains("/log/proof/", "download=\"entry-", ">доказательство</a>")
        .contains("2-й раз", "запись №\u00a02", "/documents/" + DeskScene.PAPER)
        .contains("<section class=\"live\" id=\"live\" hidden")
        .contains("data-from=\"/cases/" + DeskScene.CASE + "/diagram\"")
        .containsOnlyOnce("/lib/diagram-");
  }

  @Test
  void a_case_says_what_changed_from_what_to_what_and_in_which_record() {
    var page = browser().signedIn("secretary").get("/cases/" + DeskScene.CASE).body();

    assertThat(page)
        .contains("Что изменилось: было и стало", "Заявление получено", "Уведомить до")
        .containsSubsequence("Уведомить до", "запись №\u00a04", "12\u00a0марта 2026")
        .containsSubsequence("12\u00a0марта 2026", "16\u00a0марта 2026", "Лебедева Анна Сергеевна")
        .containsSubsequence("Человек уже известен", "да");
  }

  @Test
  void cases_are_searched_by_an_address_and_the_form_keeps_what_was_asked() {
    var secretary = browser().signedIn("secretary");
    var page =
        secretary
            .get(
                "/cases?q=%D0%9C%D0%B8%D1%80&outcome=open&article=3085-1%2C+%D1%81%D1%82.+10%2C+%D0%BF.+2&sort=oldest")
            .body();

    assertThat(page)
        .contains("value=\"Мир\"", "Найдено 3 дела", DeskScene.NUMBER)
        .contains("<option value=\"open\" selected=\"selected\">идёт</option>")
        .contains("<option value=\"oldest\" selected=\"selected\">")
        .contains("/cases/list.csv?&amp;q=%D0%9C%D0%B8%D1%80&amp;outcome=open");
    assertThat(secretary.get("/cases?sort=sideways").statusCode()).isEqualTo(400);
    assertThat(secretary.get("/cases?startedFrom=soon").statusCode()).isEqualTo(400);
    assertThat(secretary.get("/cases?startedFrom=9999-01-01").statusCode()).isEqualTo(400);
    assertThat(secretary.get("/cases?q=" + "a".repeat(201)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_list_is_taken_along_as_a_table() {
    var table = browser().signedIn("secretary").get("/cases/list.csv");

    assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(table.body())
        .startsWith("\ufeff\"Номер\";\"О ком\";\"Процесс\"")
        .contains("\"2026-0042\";\"Миронова Екатерина Андреевна\";\"Приём в пайщики\"")
        .endsWith("\r\n");
    assertThat(CaseLists.line(";", Stream.of("=1+1", "-2", "@x", "а\"б", "Иванов")))
        .isEqualTo("\"'=1+1\";\"'-2\";\"'@x\";\"а\"\"б\";\"Иванов\"\r\n");
  }

  @Test
  void who_looked_at_what_is_told_to_whom_it_may_be_told_and_to_the_applicant() {
    var secretary = browser().signedIn("secretary");
    var page = secretary.get("/viewings?kind=case&from=2026-03-01").body();

    assertThat(page)
        .contains("2 просмотра", DeskScene.NUMBER, "Миронова Екатерина Андреевна")
        .containsSubsequence("Воронцов Пётр Ильич", "дело", "Лебедева Анна Сергеевна", "реестр");
    assertThat(secretary.get("/viewings?kind=soul").statusCode()).isEqualTo(400);
    assertThat(secretary.get("/viewings?from=9999-01-01").statusCode()).isEqualTo(400);
    assertThat(secretary.get("/viewings?to=soon").statusCode()).isEqualTo(400);
    var applicant = browser();
    applicant.get("/application/" + DeskScene.TOKEN);
    assertThat(applicant.get("/application").body())
        .containsSubsequence("Кто смотрел ваше заявление", "Воронцов Пётр Ильич");
  }

  @Test
  void only_the_page_of_a_case_loads_the_diagram() {
    var secretary = browser().signedIn("secretary");

    for (String path : List.of("/tasks", "/cases", "/tasks/" + DeskScene.TASK, "/members")) {
      assertThat(secretary.get(path).body()).doesNotContain("diagram");
    }
  }

  @Test
  void the_diagram_is_drawn_anew_only_when_the_case_has_moved_on() {
    var secretary = browser().signedIn("secretary");
    var path = "/cases/" + DeskScene.CASE + "/diagram";
    String version = secretary.get(path).headers().firstValue("ETag").orElseThrow();

    assertThat(secretary.getUnless(version, path).statusCode()).isEqualTo(304);

    when(scene.records.count(DeskScene.CASE)).thenReturn(7L);
    assertThat(secretary.getUnless(version, path).statusCode()).isEqualTo(200);
  }

  @Test
  void the_diagram_is_for_those_who_may_see_the_case() {
    var path = "/cases/" + DeskScene.CASE + "/diagram";

    assertThat(browser().signedIn("secretary").get(path).body())
        .contains("\"models\"", "\"state\":\"waiting\"", "\"offices\":[\"Секретарь\"]");
    assertThat(browser().signedIn("operator").get(path).statusCode()).isEqualTo(403);
    assertThat(browser().get(path).statusCode()).isEqualTo(302);
  }

  @Test
  void a_member_of_the_council_votes_and_sees_the_receipt() {
    var path = "/questions/" + DeskScene.QUESTION;
    var chair = browser().signedIn("chair");

    var answer = chair.submit(path, path + "/vote", Map.of("choice", "for"));

    verify(scene.questions).vote(any(), eq(DeskScene.QUESTION), eq(Questions.Choice.FOR), any());
    assertThat(chair.get(location(answer)).body()).contains("Голос учтён", DeskScene.DIGEST);
    assertThat(chair.submit(path, path + "/vote", Map.of("choice", "maybe")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void an_applicant_gets_a_link_that_leaves_the_address_at_once() {
    var applicant = browser();
    var apply = "/apply/" + DeskScene.LADYA;

    var sent = applicant.submit(apply, apply, Map.of("f.familyName", "Миронова"));
    assertThat(location(sent)).endsWith("/application/received");
    assertThat(applicant.get("/application/received").body()).contains(DeskScene.TOKEN);

    var opened = browser().get("/application/" + DeskScene.TOKEN);
    assertThat(location(opened)).endsWith("/application");
    assertThat(opened.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Lax", "Path=/application");
    assertThat(opened.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  /** The label and the field of that name. */
  private static String field(String page, String key) {
    return page.substring(page.indexOf("for=\"f-" + key), page.indexOf("name=\"f." + key));
  }

  @Test
  void the_consent_stands_before_its_box_in_a_document_of_its_own() {
    var page = browser().get("/apply/" + DeskScene.LADYA).body();

    assertThat(page.split("class=\"sheet form-part\"")).hasSize(3);
    var consent = page.substring(page.lastIndexOf("class=\"sheet form-part\""));
    assertThat(consent.indexOf("Отдельный документ"))
        .isPositive()
        .isLessThan(consent.indexOf("Я даю потребительскому обществу"));
    assertThat(consent.indexOf("Я даю потребительскому обществу"))
        .isLessThan(consent.indexOf("f.consentGiven"));
    assertThat(page).contains("<h2 class=\"form-head\">О вас</h2>").doesNotContain("###");
    assertThat(field(page, "born"))
        .contains("потребуется по закону")
        .doesNotContain("необязательно");
    assertThat(field(page, "phone")).contains("необязательно");
  }

  @Test
  void a_consent_that_changed_meanwhile_is_shown_anew_and_what_was_entered_is_kept() {
    var apply = "/apply/" + DeskScene.LADYA;
    when(scene.applications.apply(eq(DeskScene.LADYA), any(), eq("0".repeat(64))))
        .thenThrow(new Changed());

    var page =
        browser()
            .submit(
                apply,
                apply,
                Map.of(
                    "f.familyName", "Миронова",
                    "f.consentGiven", "true",
                    "_consentTextDigest", "0".repeat(64)));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("изменился, пока вы заполняли", "value=\"Миронова\"", "прежняя снята")
        .doesNotContain("checked");
  }

  @Test
  void who_applies_too_often_is_told_when_to_come_again() {
    var apply = "/apply/" + DeskScene.LADYA;
    var tooMany = TooManySample.of(Duration.ofMinutes(4));
    when(scene.applications.apply(eq(DeskScene.LADYA), any(), eq("often"))).thenThrow(tooMany);

    var page =
        browser()
            .submit(
                apply, apply, Map.of("f.familyName", "Миронова", "_consentTextDigest", "often"));

    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).contains("240");
    assertThat(page.body()).contains("отправьте ещё раз через 4", "value=\"Миронова\"");
    var body =
        "{\"cooperative\":\"%s\",\"values\":{},\"consentTextDigest\":\"often\"}"
            .formatted(DeskScene.LADYA);
    var problem = browser().post("/api/applications", body);
    assertThat(problem.statusCode()).isEqualTo(429);
    assertThat(problem.headers().firstValue("Retry-After")).contains("240");
    assertThat(problem.body()).contains("\"code\":\"too-many\"");
  }

  @Test
  void an_applicant_reads_own_documents_and_not_the_councils() {
    var applicant = browser();
    applicant.get("/application/" + DeskScene.TOKEN);

    assertThat(applicant.get("/application").body())
        .contains("Что нужно от вас", "Заявление получено", "Отозвать заявление");
    assertThat(applicant.get("/application/documents/" + DeskScene.PAPER).statusCode())
        .isEqualTo(200);
    assertThat(applicant.get("/application/documents/" + DeskScene.COUNCIL_PAPER).statusCode())
        .isEqualTo(404);
    assertThat(applicant.get("/documents/" + DeskScene.PAPER).statusCode()).isEqualTo(302);
  }

  @Test
  void an_unknown_link_opens_nothing() {
    var page = browser().get("/application/artel_unknown");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("По этой ссылке ничего не открывается");
  }

  @Test
  void an_error_is_a_page_in_plain_words() {
    var secretary = browser().signedIn("secretary");
    when(scene.cases.find(any(), eq("not-mine"))).thenThrow(new Gone(Refusal.Kind.NOT_FOUND));
    when(scene.cases.find(any(), eq("moved-on"))).thenThrow(new Gone(Refusal.Kind.CONFLICT));
    when(scene.cases.find(any(), eq("broken"))).thenThrow(new IllegalStateException("secret"));

    assertThat(secretary.get("/cases/not-mine").statusCode()).isEqualTo(404);
    assertThat(secretary.get("/cases/not-mine").body()).contains("Такого дела у вас нет");
    assertThat(secretary.get("/cases/moved-on").statusCode()).isEqualTo(409);
    assertThat(secretary.get("/cases/moved-on").body()).contains("<h1>Так сейчас нельзя</h1>");
    assertThat(secretary.get("/nowhere").body()).contains("Такой страницы нет");
    assertThat(secretary.get("/questions/not-an-id").statusCode()).isEqualTo(404);
    var broken = secretary.get("/cases/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body())
        .contains("Сломалось у нас")
        .containsPattern("<code>[0-9a-f-]{36}</code>")
        .doesNotContain("secret");
  }

  @Test
  void a_cooperative_that_is_not_ready_says_so_in_its_title() {
    var form = scene.applications.form(DeskScene.LADYA);
    doThrow(new NotReady()).when(scene.applications).form(DeskScene.LADYA);
    try {
      var page = browser().get("/apply/" + DeskScene.LADYA);

      assertThat(page.statusCode()).isEqualTo(409);
      assertThat(page.body())
          .contains("<title>Приём ещё не открыт — ", "<h1>Приём ещё не открыт</h1>")
          .contains("Кооператив ещё настраивают")
          .doesNotContain("Уже не так");
    } finally {
      doReturn(form).when(scene.applications).form(DeskScene.LADYA);
    }
  }

  @Test
  void what_is_saved_is_called_as_people_call_it() {
    var secretary = browser().signedIn("secretary");

    assertThat(secretary.get("/documents/" + DeskScene.PAPER).headers().firstValue(DISPOSITION))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .startsWith("inline; filename=\"zayavlenie-o-prieme-v-payshchiki-")
                    .contains("2026-0042.html\"; filename*=UTF-8''"));
    assertThat(
            secretary.get("/cases/" + DeskScene.CASE + "/export").headers().firstValue(DISPOSITION))
        .hasValueSatisfying(
            it -> assertThat(it).startsWith("attachment; filename=\"delo-2026-0042.zip\""));
  }

  @Test
  void a_history_is_in_the_order_of_its_dates_and_tells_when_a_step_began_on_another_day() {
    var page = browser().signedIn("secretary").get("/cases/" + DeskScene.CASE).body();
    var history = page.substring(page.indexOf("<ol class=\"history\">"));

    assertThat(history.indexOf("Решить о возврате заявления"))
        .isPositive()
        .isLessThan(history.indexOf("Дополнить заявление"));
    assertThat(history).contains("начато 8\u00a0марта 2026");
  }

  @Test
  void a_register_that_is_being_written_says_so_and_asks_anew_until_it_is() {
    var secretary = browser().signedIn("secretary");
    var path = "/members?cooperative=" + DeskScene.LADYA;
    when(scene.caseModels.about(eq(DeskScene.LADYA), any())).thenReturn(Set.of(DeskScene.CASE));
    try {
      assertThat(secretary.get(path).body())
          .contains("Служба вносит записи по 1 делу", "hx-get=\"" + path + "\"", "<progress");
    } finally {
      when(scene.caseModels.about(any(), any())).thenReturn(Set.of());
    }
    assertThat(secretary.get(path).body()).doesNotContain("Служба вносит", "<progress");
  }

  @Test
  void a_long_register_comes_by_pages_of_fifty_and_its_names_are_read_at_once() {
    var secretary = browser().signedIn("secretary");
    var path = "/members?cooperative=" + DeskScene.LADYA;
    scene.lines(
        LongStream.rangeClosed(1, 120)
            .mapToObj(number -> DeskScene.member(number, DeskScene.CHAIR, 2019))
            .toArray(Memberships.Membership[]::new));
    clearInvocations(scene.people);
    try {
      var page = secretary.get(path + "&offset=50").body();

      assertThat(page).contains("51–100 из 120", path + "&amp;offset=100");
      assertThat(page.split("<td class=\"num\">", -1)).hasSize(51);
      verify(scene.people, atMost(1)).namesOf(any());
      verify(scene.people, atMost(1)).nameOf(any());
    } finally {
      scene.members();
    }
  }

  @Test
  void a_member_is_looked_for_by_number_or_name_among_those_who_joined_in_a_month() {
    var secretary = browser().signedIn("secretary");
    when(scene.index.find("№ 7")).thenReturn(Set.of());
    when(scene.index.find("Зимина")).thenReturn(Set.of(DeskScene.person(3)));

    secretary.get("/members?q=%E2%84%96%207");
    var page =
        secretary.get("/members?joined=2019-05&q=%D0%97%D0%B8%D0%BC%D0%B8%D0%BD%D0%B0").body();

    verify(scene.register)
        .count(
            DeskScene.LADYA,
            new RegisterFilter(
                DeskScene.TODAY, null, null, new RegisterFilter.Words(7L, Set.of())));
    verify(scene.register)
        .count(
            DeskScene.LADYA,
            new RegisterFilter(
                null,
                YearMonth.of(2019, 5),
                null,
                new RegisterFilter.Words(null, Set.of(DeskScene.person(3)))));
    assertThat(page)
        .contains("name=\"joined\" value=\"2019-05\"", "value=\"Зимина\"")
        .doesNotContain("name=\"on\"");
  }

  @Test
  void a_switch_leads_back_to_a_path_of_this_server_only() {
    var answer = browser().get("/preferences/theme/dark?back=/help/keyboard");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/help/keyboard");

    for (String away : List.of("//evil.example", "https://evil.example", "/%5Cevil.example")) {
      assertThat(location(browser().get("/preferences/theme/dark?back=" + away))).isEqualTo("/");
    }
  }

  @Test
  void the_chosen_colours_and_language_stand_in_the_page() {
    var visitor = browser();
    visitor.get("/preferences/theme/dark");
    visitor.get("/preferences/language/en");

    assertThat(visitor.get("/").body()).contains("data-theme=\"dark\"", "lang=\"en\"", "Sign in");
  }

  private Browser browser() {
    return new Browser(port);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}

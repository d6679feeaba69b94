package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.members.SetUp;
import coop.artel.notices.Notice;
import coop.artel.values.Refusal;
import coop.artel.workflow.CaseFilter;
import coop.artel.workflow.CaseNumber;
import coop.artel.workflow.CommentMalformedSample;
import coop.artel.workflow.Drafts;
import coop.artel.workflow.TaskFilter;
import coop.artel.workflow.Tasks;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of those who work the task list all day. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StaffDeskTest {
  @LocalServerPort int port;
  @Autowired DeskScene scene;
  @Autowired SetUp setUp;

  static class Held extends Refusal {
    Held() {
      super("task-held", "%s holds this task", "Орлова Дарья Николаевна");
    }
  }

  @Test
  void an_address_says_what_is_looked_for_and_the_list_keeps_it_in_its_links() {
    when(scene.staff.names.find("3f2a91c0 приём")).thenReturn(Set.of());

    var page =
        secretary()
            .get("/tasks?view=all&q=2026%E2%80%930042&due=week&from=2026-03-01&sort=case")
            .body();

    assertThat(page)
        .contains("Нашлись 4 задачи", "value=\"2026–0042\"")
        .contains(
            "view=mine&amp;q=2026%E2%80%930042&amp;due=week&amp;from=2026-03-01&amp;sort=case");
    verify(scene.staff.finder)
        .list(
            any(),
            eq(Tasks.View.ALL),
            argThat(
                filter ->
                    filter.words() != null
                        && new CaseNumber(2026, 42).equals(filter.words().number())
                        && filter.due() == TaskFilter.Due.WEEK
                        && LocalDate.of(2026, 3, 1).equals(filter.from())
                        && filter.sort() == TaskFilter.Sort.CASE),
            eq(0),
            anyInt());
  }

  @Test
  void whoever_holds_nothing_is_led_to_what_waits_for_their_groups() {
    when(scene.staff.finder.list(
            argThat(it -> it != null && it.person().equals(DeskScene.CHAIR)),
            eq(Tasks.View.MINE),
            any(),
            anyInt(),
            anyInt()))
        .thenReturn(List.of());
    var chair = new Browser(port).signedIn("chair");

    assertThat(chair.get("/tasks").body())
        .contains(
            "За вами задач нет.", "href=\"/tasks?view=groups\">2 задачи ждут ваших групп</a>");
    assertThat(chair.get("/tasks?view=overdue").body()).doesNotContain("ждут ваших групп");
    assertThat(secretary().get("/tasks").body()).doesNotContain("ждут ваших групп");
  }

  @Test
  void a_cooperative_that_is_not_set_up_says_what_it_lacks_and_leads_there() {
    when(setUp.admits(DeskScene.LADYA)).thenReturn(false);
    when(setUp.of(DeskScene.LADYA))
        .thenReturn(
            new SetUp.Report(
                List.of(
                    new SetUp.Line(SetUp.Item.CHARTER, false, true, 11, 0, 0),
                    new SetUp.Line(SetUp.Item.CHAIR, true, true, 1, 0, 0),
                    new SetUp.Line(SetUp.Item.AUDITOR, false, false, 0, 0, 0)),
                List.of(),
                new SetUp.Lacks(true, List.of(), List.of(), List.of())));
    try {
      for (String login : List.of("secretary", "lawyer", "operator")) {
        assertThat(new Browser(port).signedIn(login).get("/tasks").body())
            .contains("ПО «Ладья»: настройка ещё не закончена", "Не хватает: Положения устава.")
            .contains("/cooperatives/" + DeskScene.LADYA + "/set-up");
      }
      assertThat(secretary().get("/cooperatives/" + DeskScene.LADYA + "/set-up").body())
          .contains("Настройка кооператива", "<span>Московское время, UTC+3</span>")
          .doesNotContain("Europe/Moscow");
    } finally {
      when(setUp.admits(DeskScene.LADYA)).thenReturn(true);
    }
    assertThat(secretary().get("/tasks").body()).doesNotContain("настройка ещё не закончена");
  }

  @Test
  void the_menu_leads_to_the_setting_up_for_whoever_sees_to_it() {
    assertThat(secretary().get("/tasks").body())
        .contains("href=\"/cooperatives/" + DeskScene.LADYA + "/set-up\"", ">Кооператив</a>");
    assertThat(new Browser(port).signedIn("lawyer").get("/tasks").body())
        .contains("href=\"/cooperatives\"", ">Кооперативы</a>");
    assertThat(new Browser(port).get("/").body()).doesNotContain("href=\"/cooperatives");
  }

  @Test
  void what_no_parameter_may_say_is_a_wrong_request() {
    for (String wrong : List.of("due=never", "sort=name", "holder=x", "from=1.3.2026", "view=x")) {
      assertThat(secretary().get("/tasks?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void a_number_leads_straight_to_its_case_and_words_lead_to_the_list() {
    var found = scene.cases.find(null, DeskScene.CASE);
    when(scene.search.list(any(), eq(CaseFilter.of("2026–0042")), anyInt(), anyInt()))
        .thenReturn(List.of(found));

    assertThat(location(secretary().get("/go?q=2026%E2%80%930042")))
        .endsWith("/cases/" + DeskScene.CASE);
    assertThat(location(secretary().get("/go?q=" + DeskScene.TASK)))
        .endsWith("/tasks/" + DeskScene.TASK);
    assertThat(location(secretary().get("/go?q=smith"))).endsWith("/tasks?view=all&q=smith");
  }

  @Test
  void several_taken_at_once_say_each_what_became_of_it() {
    when(scene.tasks.claimAll(any(), eq(List.of(DeskScene.FREE_TASK))))
        .thenReturn(List.of(new Tasks.Claimed(DeskScene.FREE_TASK, new Held())));
    var secretary = secretary();

    var answer =
        secretary.submit(
            "/tasks?view=groups",
            "/tasks/claims",
            Map.of("task", DeskScene.FREE_TASK, "view", "groups", "due", "week"));

    assertThat(location(answer)).endsWith("/tasks?view=groups&due=week");
    assertThat(secretary.get("/tasks?view=groups&due=week").body())
        .contains("Решить о возврате заявления", "Орлова Дарья Николаевна");
  }

  @Test
  void what_somebody_may_not_take_says_why_and_has_no_button() {
    var claim = "id=\"claim-" + DeskScene.FREE_TASK + "\"";
    var secretary = secretary();
    var free = secretary.get("/tasks?view=groups").body();
    assertThat(free)
        .contains(claim, "value=\"" + DeskScene.FREE_TASK + "\"")
        .doesNotContain("Орлова Дарья Николаевна.</span>");
    when(scene.tasks.barred(
            any(), argThat(it -> it != null && it.id().equals(DeskScene.FREE_TASK))))
        .thenReturn(Optional.of(new Held()));
    try {
      assertThat(secretary.get("/tasks?view=groups").body())
          .contains("Эту задачу уже взял другой человек: Орлова Дарья Николаевна.</span>")
          .doesNotContain(claim, "value=\"" + DeskScene.FREE_TASK + "\"");
      assertThat(secretary.get("/tasks/" + DeskScene.FREE_TASK).body())
          .contains("Эту задачу уже взял другой человек: Орлова Дарья Николаевна.</p>")
          .doesNotContain("Взять в работу", "Задача свободна");
    } finally {
      when(scene.tasks.barred(
              any(), argThat(it -> it != null && it.id().equals(DeskScene.FREE_TASK))))
          .thenReturn(Optional.empty());
    }
  }

  @Test
  void a_draft_is_kept_by_the_button_and_shown_with_its_time() {
    var savedAt = Instant.now();
    when(scene.staff.drafts.save(any(), eq(DeskScene.TASK), any())).thenReturn(savedAt);
    clearInvocations(scene.staff.drafts);
    var secretary = secretary();
    var path = "/tasks/" + DeskScene.TASK;

    var answer =
        secretary.submit(
            path, path + "/draft", Map.of("f.documentNumber", "05", "f.matches", "true"));

    assertThat(location(answer)).endsWith(path);
    verify(scene.staff.drafts)
        .save(
            any(),
            eq(DeskScene.TASK),
            argThat(
                values ->
                    "05".equals(values.get("documentNumber"))
                        && "true".equals(values.get("matches"))
                        && "".equals(values.get("issuedBy"))));
    assertThat(secretary.get(path).body()).contains("Черновик от ");
  }

  @Test
  void a_draft_fills_the_form_in_again() {
    when(scene.staff.drafts.find(any(), eq(DeskScene.TASK)))
        .thenReturn(
            Optional.of(
                new Drafts.Draft(
                    DeskScene.at(11, 14, 5),
                    Map.of("issuedBy", "ОВД «Учебный»", "matches", "true"))));
    try {
      assertThat(secretary().get("/tasks/" + DeskScene.TASK).body())
          .contains("value=\"ОВД «Учебный»\"", "Черновик от 11\u00a0марта 2026, 14:05")
          .containsPattern("id=\"f-matches\"[^>]*checked");
    } finally {
      when(scene.staff.drafts.find(any(), anyString())).thenReturn(Optional.empty());
    }
  }

  @Test
  void a_remark_is_shown_as_text_and_a_refused_one_stands_in_its_field_again() {
    doThrow(CommentMalformedSample.refusal())
        .when(scene.staff.comments)
        .onCase(any(), eq(DeskScene.CASE), eq("  x  "));
    var secretary = secretary();
    var path = "/cases/" + DeskScene.CASE;

    assertThat(secretary.get(path).body())
        .contains("Паспорт обещала принести в среду.", "&lt;b&gt;него&lt;/b&gt;");
    var answer = secretary.submit(path, path + "/comments", Map.of("text", "  x  "));
    assertThat(location(answer)).endsWith(path + "#h-comments");
    assertThat(secretary.get(path).body())
        .contains("Заметка должна содержать", ">  x  </textarea>");
  }

  @Test
  void what_was_done_shows_its_record_and_how_far_that_has_come() {
    assertThat(secretary().get("/done").body())
        .contains("№\u00a04", "seal-sealed", "номер записи тогда не сохранялся");
  }

  @Test
  void the_bell_counts_what_is_unread_and_the_list_marks_it_read() {
    var secretary = secretary();
    assertThat(secretary.get("/notices").body())
        .contains("Новая задача: Решить о возврате заявления", "data-bell-count")
        .doesNotContain("Миронова");

    var answer = secretary.submit("/notices", "/notices/read", Map.of("upTo", "7-3"));

    assertThat(location(answer)).endsWith("/notices");
    verify(scene.staff.notices).markRead(any(), eq(new Notice.Place(7, 3)));
    assertThat(secretary.submit("/notices", "/notices/read", Map.of("upTo", "x")).statusCode())
        .isEqualTo(400);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private Browser secretary() {
    return new Browser(port).signedIn("secretary");
  }
}

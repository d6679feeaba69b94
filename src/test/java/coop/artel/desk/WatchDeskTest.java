package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.access.PlatformRole;
import coop.artel.law.LawWatch;
import coop.artel.law.LawWatches;
import coop.artel.values.FieldsRefused;
import coop.artel.workflow.CaseSearch;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lawyer marks what has changed and sees what rests on it. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WatchDeskTest {
  private static final String HERE = "/rules/ru/watch";
  private static final String JSON = "application/json";

  @LocalServerPort int port;
  @Autowired DeskScene scene;
  private Browser lawyer;

  @BeforeEach
  void an_article_is_marked() {
    LawWatches.marked(scene.watch, "3085-1, ст. 10(2)", DeskScene.LAWYER);
    lawyer = new Browser(port).signedIn("lawyer");
  }

  @AfterEach
  void nothing_is_marked() {
    reset(scene.watch);
    when(scene.search.resting(any(), any(), any()))
        .thenReturn(new CaseSearch.Resting(List.of(), 0));
  }

  @Test
  void the_page_names_what_rests_on_the_article_with_links() {
    when(scene.search.resting(any(), any(), any()))
        .thenReturn(new CaseSearch.Resting(List.of(), 3));
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      var page = lawyer.get(HERE);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"" + language + "\"", "</html>")
          .containsOnlyOnce("<h1")
          .contains(
              "id=\"change-" + LawWatches.CHANGE,
              "href=\"/rules/ru/decision-term#decision-term.in-time\"",
              "href=\"/norms?country=ru#norm-admission.decision-days\"",
              "href=\"/rules/ru/decision-term?case=T6#h-what-if\"",
              "Срок станет короче &lt;b&gt;вдвое&lt;/b&gt;",
              "href=\"https://publication.example/0001\"")
          .doesNotContain("??", "style=\"", "onclick", "<script>", "admission.age<");
    }
    lawyer.get("/preferences/language/ru");
    assertThat(lawyer.get(HERE).body()).contains("3 дела, которые вам не видны");
  }

  @Test
  void the_rule_and_the_norm_carry_the_mark_and_no_other_does() {
    var mark = "href=\"/rules/ru/watch#change-" + LawWatches.CHANGE;

    assertThat(lawyer.get("/rules/ru/decision-term").body()).contains(mark);
    assertThat(lawyer.get("/rules/ru/signing").body()).doesNotContain(mark);
    var norms = lawyer.get("/norms?country=ru").body();
    assertThat(row(norms, "norm-admission.decision-days")).contains(mark);
    assertThat(row(norms, "norm-membership.min-age")).doesNotContain(mark);
    assertThat(lawyer.get("/rules/ru").body()).contains(HERE, "1 изменение не проверено");
  }

  @Test
  void what_a_lawyer_types_is_marked_checked_and_settled() {
    assertThat(lawyer.submit(HERE, HERE + "/changes", typed()).statusCode()).isBetween(300, 399);
    verify(scene.watch)
        .mark(
            any(),
            eq("ru"),
            eq(new LawWatch.Mark("3085-1, ст. 7", LocalDate.of(2026, 9, 1), "Возраст поднят", "")));

    var checked = Map.of("place", "3085-1", "day", "2026-03-01", "note", "сошлось");
    assertThat(lawyer.submit(HERE, HERE + "/checks", checked).statusCode()).isBetween(300, 399);
    verify(scene.watch)
        .compare(
            any(),
            eq("ru"),
            eq(new LawWatch.Comparison("3085-1", LocalDate.of(2026, 3, 1), "сошлось")));

    var there = HERE + "/changes/" + LawWatches.CHANGE + "/settlement";
    assertThat(lawyer.submit(HERE, there, Map.of("note", "прежние")).statusCode())
        .isBetween(300, 399);
    verify(scene.watch).settle(any(), eq("ru"), eq(LawWatches.CHANGE), eq("прежние"));
  }

  @Test
  void what_is_refused_comes_back_at_its_field_with_all_that_was_typed() {
    doThrow(FieldsRefused.of("place", "place-unknown")).when(scene.watch).mark(any(), any(), any());

    var answer = lawyer.submit(HERE, HERE + "/changes", typed());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#mark-place\"", "id=\"mark-place-error\"", "Возраст поднят")
        .doesNotContain("id=\"check-place-error\"");
  }

  @Test
  void the_same_by_rest() throws JsonProcessingException {
    var json = new ObjectMapper();
    var rest = new Browser(port).with("Authorization", "Bearer token-lawyer");
    var watch = json.readTree(rest.get("/api" + HERE).body());
    assertThat(watch.path("open").path(0).path("place").asText()).isEqualTo("3085-1, ст. 10(2)");
    assertThat(watch.path("open").path(0).path("cited").findValuesAsText("id"))
        .contains("decision-term.in-time", "admission.decision-days", "T6")
        .doesNotContain("admission.age");
    assertThat(watch.path("due").asLong()).isEqualTo(watch.path("acts").size() - 1L);

    var wrong = rest.post("/api" + HERE + "/changes", JSON, body("вчера"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    doThrow(FieldsRefused.of("place", "place-unknown")).when(scene.watch).mark(any(), any(), any());
    assertThat(rest.post("/api" + HERE + "/changes", JSON, body("2026-09-01")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void only_a_lawyer_is_offered_to_mark_and_may() {
    var secretary = new Browser(port).signedIn("secretary");

    assertThat(secretary.get(HERE).body())
        .contains("decision-term.in-time")
        .doesNotContain("id=\"mark\"", "id=\"check\"", "/settlement");
    var settlement = "/changes/" + LawWatches.CHANGE + "/settlement";
    for (var deed : List.of("/changes", "/checks", settlement)) {
      assertThat(secretary.submit(HERE, HERE + deed, typed()).statusCode()).as(deed).isEqualTo(403);
    }
    var rest = new Browser(port).with("Authorization", "Bearer token-secretary");
    var changed = rest.post("/api" + HERE + "/changes", JSON, body("2026-09-01"));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(403);
    var check = BodyPublishers.ofString("{\"place\": \"3085-1\", \"day\": \"2026-03-01\"}");
    var checked = rest.post("/api" + HERE + "/checks", JSON, check);
    assertThat(checked.statusCode()).as(checked.body()).isEqualTo(403);
    verify(scene.watch, never()).mark(any(), any(), any());
    verify(scene.watch, never()).compare(any(), any(), any());
    verify(scene.watch, never()).settle(any(), any(), any(), any());
    assertThat(new Browser(port).get(HERE).statusCode()).isBetween(300, 399);
  }

  @Test
  void whoever_serves_nobody_sees_nothing_of_it() {
    var rest = new Browser(port).with("Authorization", "Bearer token-lawyer");
    assertThat(rest.get("/api" + HERE).statusCode()).isEqualTo(200);
    when(scene.accounts.roles(DeskScene.LAWYER)).thenReturn(Set.of());
    try {
      assertThat(lawyer.get(HERE).statusCode()).isEqualTo(403);
      assertThat(rest.get("/api" + HERE).statusCode()).isEqualTo(403);
    } finally {
      when(scene.accounts.roles(DeskScene.LAWYER)).thenReturn(Set.of(PlatformRole.LAWYER));
    }
  }

  private static BodyPublisher body(String since) {
    return BodyPublishers.ofString(
        """
        {"place": "3085-1, ст. 7", "since": "%s", "note": "Возраст поднят"}
        """
            .formatted(since));
  }

  private static Map<String, String> typed() {
    return new HashMap<>(
        Map.of(
            "place", "3085-1, ст. 7",
            "since", "2026-09-01",
            "note", "Возраст поднят",
            "source", ""));
  }

  private static String row(String page, String id) {
    var from = page.substring(page.indexOf("id=\"" + id + "\""));
    return from.substring(0, from.indexOf("</tr>"));
  }
}

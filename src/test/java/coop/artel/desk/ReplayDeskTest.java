package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.law.Outcome;
import coop.artel.law.Replay;
import coop.artel.law.Replay.Result;
import coop.artel.law.Replay.State;
import coop.artel.values.PersonId;
import coop.artel.workflow.Cases;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lawyer asks past decisions again and reads what would turn out otherwise. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReplayDeskTest {
  private static final UUID RUN = UUID.randomUUID();
  private static final UUID MINE = UUID.randomUUID();
  private static final UUID OTHERS = UUID.randomUUID();
  private static final UUID NOWHERE = UUID.randomUUID();

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  @AfterEach
  void nothing_is_left() {
    reset(scene.replay);
    when(scene.cases.ofDecisions(any(), any())).thenReturn(Map.of());
  }

  private static Replay.Run run(State state, int done, @Nullable Instant ended) {
    return new Replay.Run(
        RUN,
        "ru",
        null,
        "ab".repeat(32),
        "cd".repeat(32),
        null,
        PersonId.random(),
        Instant.parse("2026-11-27T07:00:00Z"),
        Instant.parse("2026-11-27T07:00:00Z"),
        state,
        1200,
        done,
        ended,
        Map.of(Result.SAME, 1000, Result.OTHERWISE, 30, Result.ERASED, 2));
  }

  private void told(Replay.Run run) {
    when(scene.replay.find(any(), eq(RUN))).thenReturn(run);
    when(scene.replay.newest(any(), eq("ru"))).thenReturn(List.of(run));
    when(scene.replay.start(any(), eq("ru"), any())).thenReturn(run);
    when(scene.replay.flipped(any(), eq(RUN))).thenReturn(Map.of("admission", 30));
    when(scene.replay.flips(any(), eq(RUN), eq("admission"), anyInt(), anyInt()))
        .thenReturn(List.of(flip(MINE), flip(OTHERS), flip(NOWHERE)));
    when(scene.cases.ofDecisions(any(), any()))
        .thenReturn(
            Map.of(
                MINE, new Cases.Decided("case-of-mine", "2026-0042", true),
                OTHERS, new Cases.Decided("case-of-others", "2026-0007", false)));
  }

  private static Replay.Flip flip(UUID decision) {
    return new Replay.Flip(
        decision,
        "admission",
        LocalDate.of(2025, 10, 1),
        Outcome.GRANTED,
        Outcome.REFUSED,
        List.of("admission.age"));
  }

  @Test
  void the_pages_are_whole_in_both_languages() {
    told(run(State.RUNNING, 500, null));
    var lawyer = new Browser(port).signedIn("lawyer");
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      for (String path :
          new String[] {
            "/rules/ru/replays",
            "/rules/replays/" + RUN,
            "/rules/replays/" + RUN + "?question=admission"
          }) {
        var page = lawyer.get(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
            .contains("<html lang=\"" + language + "\"", "</html>")
            .containsOnlyOnce("<h1")
            .doesNotContain("??", "style=\"", "onclick", "<script>");
      }
    }
  }

  @Test
  void one_that_is_under_way_shows_how_far_and_renews_itself_until_it_is_done() {
    told(run(State.RUNNING, 500, null));
    var lawyer = new Browser(port).signedIn("lawyer");
    assertThat(lawyer.get("/rules/replays/" + RUN).body())
        .contains(
            "max=\"1200\"", "value=\"500\"", "hx-trigger=\"every 1s\"", "/cancellation", "идёт");

    told(run(State.DONE, 1200, Instant.parse("2026-11-27T07:01:00Z")));
    assertThat(lawyer.get("/rules/replays/" + RUN).body())
        .contains("30\u00a0решений были".replace("\u00a0", " "), "закончена")
        .doesNotContain("hx-trigger", "/cancellation");
  }

  @Test
  void a_case_is_a_link_only_for_those_who_may_see_it() {
    told(run(State.DONE, 1200, Instant.parse("2026-11-27T07:01:00Z")));
    assertThat(new Browser(port).signedIn("lawyer").get("/rules/replays/" + RUN).body())
        .contains(
            "/cases/case-of-mine",
            "2026-0042",
            "2026-0007",
            "Решение вне дела",
            "/rules/ru/admission#admission.age",
            "Да\u00a0→ Нет",
            "Ещё 27 решений")
        .doesNotContain("case-of-others");
  }

  @Test
  void it_is_begun_for_one_question_or_all_and_ended_by_a_press() {
    told(run(State.WAITING, 0, null));
    var lawyer = new Browser(port).signedIn("lawyer");
    var list = "/rules/ru/replays";
    assertThat(
            lawyer
                .submit(list, list, Map.of("question", "admission"))
                .headers()
                .firstValue("Location"))
        .hasValueSatisfying(it -> assertThat(it).endsWith("/rules/replays/" + RUN));
    verify(scene.replay).start(any(), eq("ru"), eq("admission"));
    lawyer.submit(list, list, Map.of("question", ""));
    verify(scene.replay).start(any(), eq("ru"), eq((String) null));

    var draft = UUID.randomUUID();
    when(scene.replay.start(any(), eq(draft), any())).thenReturn(run(State.WAITING, 0, null));
    lawyer.submit(list, list, Map.of("draft", draft.toString()));
    verify(scene.replay).start(any(), eq(draft), eq((String) null));

    lawyer.submit("/rules/replays/" + RUN, "/rules/replays/" + RUN + "/cancellation", Map.of());
    verify(scene.replay).cancel(any(), eq(RUN));
  }

  @Test
  void the_same_by_rest() throws JsonProcessingException {
    told(run(State.RUNNING, 500, null));
    var json = new ObjectMapper();
    var lawyer = new Browser(port).with("Authorization", "Bearer token-lawyer");
    var begun =
        lawyer.post(
            "/api/rules/ru/replays",
            "application/json",
            BodyPublishers.ofString("{\"question\": \"admission\"}"));
    assertThat(begun.statusCode()).isEqualTo(201);
    assertThat(json.readTree(begun.body()).path("id").asText()).isEqualTo(RUN.toString());
    var draft = UUID.randomUUID();
    when(scene.replay.start(any(), eq(draft), any())).thenReturn(run(State.WAITING, 0, null));
    lawyer.post(
        "/api/rules/ru/replays",
        "application/json",
        BodyPublishers.ofString("{\"draft\": \"%s\"}".formatted(draft)));
    verify(scene.replay).start(any(), eq(draft), eq((String) null));
    var one = json.readTree(lawyer.get("/api/rules/replays/" + RUN).body());
    assertThat(one.path("done").asInt()).isEqualTo(500);
    assertThat(one.path("flipped").asInt()).isEqualTo(30);
    var flips = json.readTree(lawyer.get("/api/rules/replays/" + RUN + "/flips").body());
    assertThat(flips.findValuesAsText("caseNumber")).contains("2026-0042", "2026-0007");
    assertThat(flips.findValuesAsText("caseId"))
        .contains("case-of-mine")
        .doesNotContain("case-of-others");
    assertThat(json.readTree(lawyer.get("/api/rules/ru/replays").body())).hasSize(1);
    assertThat(lawyer.get("/api/rules/replays/" + RUN + "/flips?from=-1").statusCode())
        .isEqualTo(400);
  }
}

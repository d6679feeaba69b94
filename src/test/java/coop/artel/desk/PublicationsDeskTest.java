package coop.artel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.law.EditionFault;
import coop.artel.law.Publication;
import coop.artel.law.Replay;
import coop.artel.law.RuleDraft;
import coop.artel.publishing.Proposal;
import coop.artel.publishing.Proposals.FileDifference;
import coop.artel.values.PersonId;
import coop.artel.workflow.LineDifference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was published and what is to be, on the lawyer's bench. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicationsDeskTest {
  private static final String HERE = "/rules/ru/publications";
  private static final Instant AT = Instant.parse("2026-03-05T08:00:00Z");
  private static final UUID DRAFT = new UUID(7, 7);
  private static final UUID PROPOSAL = new UUID(8, 8);
  private static final UUID RUN = new UUID(9, 9);
  private static final PersonId LAWYER = DeskScene.LAWYER;

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  @BeforeEach
  void three_publications_and_a_proposal() {
    var first = publication(1, "aa", null, null);
    var second = publication(2, "bb", LocalDate.of(2026, 2, 1), DeskScene.person(3));
    var third = publication(3, "cc", LocalDate.of(2027, 1, 1), DeskScene.person(3));
    when(scene.publications.all("ru")).thenReturn(List.of(third, second, first));
    when(scene.publications.now("ru")).thenReturn(Optional.of(second));
    for (var each : List.of(first, second, third)) {
      when(scene.publications.find("ru", each.number())).thenReturn(each);
    }
    when(scene.ruleDrafts.find(DRAFT))
        .thenReturn(
            new RuleDraft(
                DRAFT,
                "ru",
                "Возраст вступления",
                "Закон изменился",
                Optional.of(LAWYER),
                3,
                RuleDraft.State.OPEN,
                AT));
    var files =
        List.of(
            new FileDifference(
                "rules/ru/admission.dslr",
                List.of(
                    new LineDifference(7, null, "прежняя строка"),
                    new LineDifference(null, 7, "новая строка"))));
    when(scene.proposals.differences(any())).thenReturn(files);
    when(scene.proposals.differences(any(), any())).thenReturn(files);
    var proposal = proposal();
    when(scene.proposals.replay(any())).thenReturn(Optional.empty());
    when(scene.proposals.find(PROPOSAL)).thenReturn(proposal);
    when(scene.proposals.open("ru")).thenReturn(List.of(proposal));
    when(scene.proposals.ofCase("case-of-it")).thenReturn(Optional.of(proposal));
  }

  private static Publication publication(
      int number, String digest, LocalDate from, PersonId approver) {
    return new Publication(
        "ru",
        number,
        digest.repeat(32),
        digest.repeat(32),
        Optional.ofNullable(from),
        AT,
        Optional.empty(),
        approver == null ? Optional.empty() : Optional.of(DeskScene.CASE),
        approver == null ? Optional.empty() : Optional.of(LAWYER),
        Optional.ofNullable(approver));
  }

  private static Proposal proposal() {
    return new Proposal(
        PROPOSAL,
        "ru",
        "case-of-it",
        DRAFT,
        Optional.empty(),
        LAWYER,
        AT,
        2,
        "dd".repeat(32),
        List.of(
            new EditionFault(
                "case-red", Optional.of("admission"), List.of("A2", "шестнадцать лет исполнилось")),
            new EditionFault(
                "contradiction",
                Optional.of("entry"),
                List.of("entry.one, entry.other", "consumer-society", "2026-03-05")),
            new EditionFault(
                "question-not-whole",
                Optional.of("exit"),
                List.of("", "consumer-society", "2026-03-05"))),
        List.of(
            new Proposal.Verdict(
                "t", 1, DeskScene.person(3), Optional.empty(), Optional.of("Не та статья"), AT)),
        Proposal.State.OPEN);
  }

  @Test
  void the_pages_are_whole_in_both_languages() {
    var lawyer = new Browser(port).signedIn("lawyer");
    for (String language : new String[] {"ru", "en"}) {
      lawyer.get("/preferences/language/" + language);
      for (String path :
          new String[] {HERE, HERE + "/1", HERE + "/2", "/rules/ru/proposals/" + PROPOSAL}) {
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
  void what_decides_now_what_is_ahead_and_who_published_it_stands_there() {
    var page = new Browser(port).signedIn("lawyer").get(HERE).body();

    assertThat(page)
        .contains("решает сейчас", "впереди", "с самого начала", "февраля 2026")
        .contains("/cases/" + DeskScene.CASE, "второй юрист — ")
        .contains("Возраст вступления", "условия проверяются")
        .contains(HERE + "/1/restoration", HERE + "/2/restoration")
        .doesNotContain(HERE + "/3/restoration");
  }

  @Test
  void only_lawyers_are_offered_the_way_back() {
    assertThat(new Browser(port).signedIn("secretary").get(HERE).body())
        .contains("решает сейчас")
        .doesNotContain("/restoration", "/cases/" + DeskScene.CASE);
    when(scene.proposals.restore(any(), eq("ru"), eq(1))).thenReturn(proposal());

    var sent = new Browser(port).signedIn("lawyer").submit(HERE, HERE + "/1/restoration", Map.of());

    verify(scene.proposals).restore(any(), eq("ru"), eq(1));
    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.headers().firstValue("location").orElseThrow())
        .endsWith("/rules/ru/proposals/" + PROPOSAL);
  }

  @Test
  void what_stands_in_the_way_is_told_in_words_with_the_way_there() {
    var lawyer = new Browser(port).signedIn("lawyer");
    assertThat(
            lawyer
                .get("/rules/proposals/case-of-it")
                .headers()
                .firstValue("location")
                .orElseThrow())
        .endsWith("/rules/ru/proposals/" + PROPOSAL);

    var page = lawyer.get("/rules/ru/proposals/" + PROPOSAL).body();

    assertThat(page)
        .contains("Пример A2", "шестнадцать лет", "Можно ли рассматривать заявление о приёме?")
        .contains("href=\"/rules/drafts/" + DRAFT + "/questions/admission?case=A2\"")
        .contains("href=\"/rules/drafts/" + DRAFT + "\"", "/drafts/" + DRAFT + "/comments")
        .doesNotContain("href=\"/rules/ru/admission\"")
        .contains("Вернуть автору", "Не та статья", "новая строка", "Закон изменился");
  }

  /** There the same case is green, and the draft is not theirs to read. */
  @Test
  void whoever_may_not_read_the_draft_is_told_the_fault_and_not_led_to_what_is_in_force() {
    var page =
        new Browser(port).signedIn("secretary").get("/rules/ru/proposals/" + PROPOSAL).body();

    assertThat(page)
        .contains("Пример A2", "Можно ли рассматривать заявление о приёме?", "id=\"h-remarks\"")
        .doesNotContain("/rules/drafts/", "?draft=", "href=\"/rules/ru/admission", "/comments");
  }

  @Test
  void a_contradiction_leads_to_where_it_is_explained_and_a_remark_stands_apart() {
    var page = new Browser(port).signedIn("lawyer").get("/rules/ru/proposals/" + PROPOSAL).body();

    assertThat(page)
        .contains("Противоречие без пояснения: entry.one, entry.other")
        .contains("/rules/ru/entry/gaps?draft=" + DRAFT + "&amp;form=consumer-society&amp;asOf=");
    assertThat(page.substring(page.indexOf("id=\"h-remarks\"")))
        .contains("/rules/ru/exit/gaps?draft=" + DRAFT)
        .doesNotContain("/rules/ru/entry/gaps");
  }

  @Test
  void how_far_the_past_was_asked_stands_there_and_only_lawyers_see_which_or_ask_anew() {
    var path = "/rules/ru/proposals/" + PROPOSAL;
    var lawyer = new Browser(port).signedIn("lawyer");
    assertThat(lawyer.get(path).body()).contains("Не проводилась", "/rules/ru/replays\"");
    when(scene.proposals.replay(any())).thenReturn(Optional.of(replay(Replay.State.RUNNING)));
    assertThat(lawyer.get(path).body())
        .contains("Идёт: 40 из", "/rules/replays/" + RUN)
        .doesNotContain("/rules/ru/replays\"");
    when(scene.proposals.replay(any())).thenReturn(Optional.of(replay(Replay.State.DONE)));

    assertThat(lawyer.get(path).body()).contains("решились бы иначе: 3");
    assertThat(new Browser(port).signedIn("secretary").get(path).body())
        .contains("решились бы иначе: 3")
        .doesNotContain("/rules/replays/" + RUN, "/rules/ru/replays\"");
  }

  private static Replay.Run replay(Replay.State state) {
    return new Replay.Run(
        RUN,
        "ru",
        null,
        "ee".repeat(32),
        "dd".repeat(32),
        DRAFT,
        LAWYER,
        AT,
        AT,
        state,
        90,
        40,
        null,
        Map.of(Replay.Result.SAME, 37, Replay.Result.OTHERWISE, 3));
  }

  @Test
  void the_same_by_rest() throws JsonProcessingException {
    var json = new ObjectMapper();
    var lawyer = new Browser(port).with("Authorization", "Bearer token-lawyer");
    var rows = json.readTree(lawyer.get("/api" + HERE).body());
    assertThat(rows.findValuesAsText("number")).containsExactly("3", "2", "1");
    assertThat(rows.path(1).path("now").asBoolean()).isTrue();

    var proposal = json.readTree(lawyer.get("/api/rules/ru/proposals/" + PROPOSAL).body());
    assertThat(proposal.path("faults").path(0).path("link").asText())
        .isEqualTo("/rules/drafts/" + DRAFT + "/questions/admission?case=A2");
    assertThat(proposal.path("draft").asText()).isEqualTo(DRAFT.toString());
  }

  @Test
  void a_publication_that_never_was_is_not_found() {
    var lawyer = new Browser(port).signedIn("lawyer");

    assertThat(lawyer.get(HERE + "/99").statusCode()).isEqualTo(404);
    assertThat(lawyer.get("/rules/zz/publications").statusCode()).isEqualTo(404);
    assertThat(lawyer.get("/rules/kz/proposals/" + PROPOSAL).statusCode()).isEqualTo(404);
    assertThat(new Browser(port).get(HERE).statusCode()).isEqualTo(302);
  }
}

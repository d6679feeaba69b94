package coop.artel.desk;

import static coop.artel.desk.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.law.CharterConfirmations.CharterFigure;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk of those who act in twos: lawyers, the chair, operators. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GovernDeskTest {
  private static final String CHARTER = "/api/cooperatives/" + DeskScene.LADYA + "/charter";

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("lawyer", "/tasks"),
        Arguments.of("lawyer", "/norms"),
        Arguments.of("lawyer", "/charter"),
        Arguments.of("chair", "/charter"),
        Arguments.of("secretary", "/charter"),
        Arguments.of("secretary", "/norms"),
        Arguments.of("lawyer", "/deeds/" + GovernScene.FIGURE_DEED),
        Arguments.of("chair", "/deeds/" + GovernScene.CHARTER_DEED),
        Arguments.of("operator", "/deeds/" + GovernScene.MODELS_DEED),
        Arguments.of("operator", "/models"),
        Arguments.of("operator", "/incidents"),
        Arguments.of("operator", "/models/drafts/" + GovernScene.DRAFT));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_is_whole_in_both_languages(String login, String path) {
    var browser = browser().signedIn(login);
    for (String language : new String[] {"ru", "en"}) {
      browser.get("/preferences/language/" + language);
      var page = browser.get(path);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"" + language + "\"", "</html>")
          .containsOnlyOnce("<h1")
          .doesNotContain("??", "style=\"", "onclick", "<script>");
    }
  }

  @Test
  void keys_of_norms_are_shown_to_lawyers_only() {
    for (String path : new String[] {"/charter", "/norms"}) {
      assertThat(browser().signedIn("lawyer").get(path).body())
          .contains("<code class=\"fine\">membership.min-age</code>");
      assertThat(browser().signedIn("secretary").get(path).body())
          .doesNotContain("<code class=\"fine\">membership.min-age");
    }
  }

  @Test
  void a_new_cooperative_chooses_among_the_zones_of_its_country_the_usual_one_first() {
    var page = browser().signedIn("operator").get("/cooperatives/new").body();

    assertThat(page)
        .containsPattern("name=\"zone\"(?:(?!Kaliningrad)[\\s\\S])*?value=\"Europe/Moscow\"")
        .contains("Московское время, UTC+3", "Камчатское время, UTC+12")
        .doesNotContain("Asia/Tokyo", "Europe/Berlin");
  }

  @Test
  void an_operator_sees_what_stands_still_and_why_and_the_menu_counts_it() {
    var page = browser().signedIn("operator").get("/incidents").body();

    assertThat(page)
        .contains("2026-0042", "Внести в реестр", "ПО «Ладья»", "пробовали 5\u00a0раз")
        .contains("не сохранилась", "question-without-rules", "Law:151", GovernScene.STANDS.job())
        .contains("в файлах страны кооператива нет правил о том, что спрашивает этот шаг")
        .contains("<tr id=\"" + GovernScene.INCIDENT + "\"", "data-rows")
        .doesNotContain("/cases/" + DeskScene.CASE, "Ничего не стоит");
    assertThat(browser().signedIn("operator").get("/models").body())
        .containsPattern("Сбои</span> <span class=\"count nav-alarm\">2</span>");
    assertThat(browser().signedIn("secretary").get("/tasks").body()).doesNotContain("/incidents");
    assertThat(browser().signedIn("secretary").get("/incidents").statusCode()).isEqualTo(403);
  }

  @Test
  void an_operator_lets_a_step_be_tried_again_and_is_told_what_becomes_of_it() {
    clearInvocations(scene.govern.incidents);
    var operator = browser().signedIn("operator");
    var retry = "/incidents/" + GovernScene.INCIDENT + "/retry";

    var answer = operator.submit("/incidents", retry, Map.<String, String>of());

    assertThat(answer.statusCode()).isEqualTo(302);
    verify(scene.govern.incidents).retry(any(), eq(GovernScene.INCIDENT));
    assertThat(operator.get("/incidents").body()).contains("пробуют снова", "Что опять не удастся");
  }

  @Test
  void an_operator_lets_all_steps_of_the_page_be_tried_again_but_for_what_goes_on_already() {
    clearInvocations(scene.govern.incidents);
    var all = Map.of("id", GovernScene.OLDER.id() + "," + GovernScene.INCIDENT);
    var operator = browser().signedIn("operator");

    var answer = operator.submit("/incidents", "/incidents/retries", all);

    assertThat(answer.statusCode()).isEqualTo(302);
    verify(scene.govern.incidents).retry(any(), eq(GovernScene.INCIDENT));
    assertThat(operator.get("/incidents").body())
        .contains("Снова пробуют 1\u00a0шаг", "Попробовать ещё раз все 2\u00a0шага");
    var secretary = browser().signedIn("secretary");
    assertThat(secretary.submit("/tasks", "/incidents/retries", all).statusCode()).isEqualTo(403);
  }

  @Test
  void a_step_that_goes_on_already_is_told_so_above_the_list() {
    var path = "/incidents/" + GovernScene.OLDER.id() + "/retry";

    var answer =
        browser().signedIn("operator").submit("/incidents", path, Map.<String, String>of());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Этот шаг уже не стоит", "<h1>Сбои");
  }

  @Test
  void what_stands_still_is_told_through_the_api_with_its_step_in_words() {
    var told = json(by("token-operator").get("/api/incidents"), 200);

    assertThat(told.path("total").asLong()).isEqualTo(2);
    assertThat(told.path("incidents").get(0).path("failure").has("exception")).isFalse();
    var incident = told.path("incidents").get(1);
    assertThat(incident.path("caseNumber").asText()).isEqualTo("2026-0042");
    assertThat(incident.path("title").asText()).isEqualTo("Внести в реестр пайщиков");
    assertThat(incident.path("failure").path("code").asText()).isEqualTo("question-without-rules");
    json(by("token-operator").get("/api/incidents?limit=0"), 400);
    json(by("token-secretary").get("/api/incidents"), 403);
  }

  @Test
  void what_waits_for_a_second_person_stands_above_the_tasks() {
    assertThat(browser().signedIn("lawyer").get("/tasks").body())
        .contains("Ждут второго лица", "/deeds/" + GovernScene.FIGURE_DEED, "Громов Виктор");
    assertThat(browser().signedIn("secretary").get("/tasks").body())
        .doesNotContain("Ждут второго лица");
  }

  @Test
  void only_lawyers_and_the_chair_are_offered_to_propose() {
    assertThat(browser().signedIn("lawyer").get("/norms").body())
        .contains("Предложить как проверенную");
    assertThat(browser().signedIn("secretary").get("/norms").body())
        .doesNotContain("Предложить как проверенную");
    assertThat(browser().signedIn("chair").get("/charter").body())
        .contains("Предложить подтвердить");
    assertThat(browser().signedIn("secretary").get("/charter").body())
        .contains("п. 13.8")
        .doesNotContain("Предложить подтвердить");
  }

  @Test
  void a_second_person_approves_on_the_page_and_sees_it_done() {
    clearInvocations(scene.govern.deeds);
    var path = "/deeds/" + GovernScene.FIGURE_DEED;

    var answer =
        browser().signedIn("lawyer").submit(path, path + "/approve", Map.<String, String>of());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(path);
    verify(scene.govern.deeds)
        .approve(eq(GovernScene.FIGURE_DEED), GovernScene.by(DeskScene.LAWYER));
  }

  @Test
  void a_lawyer_proposes_a_norm_and_a_figure_of_the_charter_on_their_pages() {
    var lawyer = browser().signedIn("lawyer");

    var norm =
        lawyer.submit(
            "/norms",
            "/norms/verification",
            Map.of("country", "ru", "figure", "admission.prepaid-counts-from-decision"));
    var figure =
        lawyer.submit(
            "/charter",
            "/charter/confirmation",
            Map.of(
                "cooperative",
                DeskScene.LADYA.toString(),
                "since",
                "2020-01-15",
                "figure",
                "share.entrance-fee"));

    assertThat(norm.headers().firstValue("Location").orElse(""))
        .endsWith("/deeds/" + GovernScene.FIGURE_DEED);
    assertThat(figure.headers().firstValue("Location").orElse(""))
        .endsWith("/deeds/" + GovernScene.CHARTER_DEED);
    verify(scene.govern.confirmations)
        .propose(
            any(),
            eq(
                new CharterFigure(
                    DeskScene.LADYA, GovernScene.CHARTER_SINCE, "share.entrance-fee")));
  }

  @Test
  void the_api_tells_what_waits_and_takes_the_decision() {
    when(scene.govern.deeds.reject(eq(GovernScene.MODELS_DEED), any(), any()))
        .thenReturn(scene.govern.publication);

    var waiting = json(by("token-operator").get("/api/deeds"), 200);
    assertThat(waiting.get(0).path("id").asText()).isEqualTo(GovernScene.MODELS_DEED.toString());
    assertThat(waiting.get(0).path("mayApprove").asBoolean()).isTrue();
    assertThat(json(by("token-secretary").get("/api/deeds"), 200)).isEmpty();
    var rejection = "/api/deeds/" + GovernScene.MODELS_DEED + "/reject";
    json(by("token-operator").post(rejection, "{}"), 400);
    json(by("token-operator").post(rejection, "{\"reason\":\"Не та форма\"}"), 200);
    verify(scene.govern.deeds)
        .reject(eq(GovernScene.MODELS_DEED), GovernScene.by(DeskScene.OPERATOR), eq("Не та форма"));
    json(by("token-operator").get("/api/deeds/not-an-id"), 404);
  }

  @Test
  void the_api_takes_proposals_of_norms_and_charters() {
    var norm = "{\"figure\":\"calendar/2024\"}";
    var figure = "{\"since\":\"2020-01-15\",\"figure\":\"council.size\"}";

    json(by("token-lawyer").post("/api/norms/ru/verifications", norm), 202);
    json(by("token-lawyer").post("/api/norms/ru/verifications", "{}"), 400);
    json(by("token-lawyer").post("/api/norms/xx/verifications", norm), 400);
    json(by("token-chair").post(CHARTER + "/confirmations", figure), 202);
    json(by("token-chair").post(CHARTER + "/confirmations", "{}"), 400);
    assertThat(json(by("token-lawyer").get(CHARTER), 200).path("figures")).hasSize(4);
    assertThat(json(by("token-secretary").get("/api/norms/ru"), 200)).isNotEmpty();
  }

  @Test
  void a_charter_is_not_shown_to_strangers_nor_the_norms_to_applicants() {
    json(by("token-operator").get(CHARTER), 403);
    json(by(DeskScene.TOKEN).get(CHARTER), 403);
    json(by(DeskScene.TOKEN).get("/api/norms/ru"), 403);
    assertThat(browser().signedIn("operator").get("/charter").statusCode()).isEqualTo(403);
  }

  @Test
  void only_an_operator_sends_models_and_they_wait_for_another() {
    clearInvocations(scene.models);
    var model = BodyPublishers.ofString("<definitions/>");
    var path = "/api/models?name=processes/members/admit-member.bpmn";

    json(by("token-secretary").post(path, "application/xml", model), 403);
    verify(scene.models, never()).propose(any(), any(), any());
    var answer = json(by("token-operator").post(path, "application/xml", model), 202);
    assertThat(answer.path("state").asText()).isEqualTo("proposed");
    assertThat(answer.path("deed").asText()).isEqualTo(GovernScene.MODELS_DEED.toString());
    assertThat(answer.path("changes").get(1).path("kind").asText()).isEqualTo("added");
  }

  @Test
  void models_are_shown_to_operators_alone() {
    json(by("token-secretary").get("/api/models"), 403);
    assertThat(browser().signedIn("lawyer").get("/models").statusCode()).isEqualTo(403);
    assertThat(browser().signedIn("operator").get("/models/drafts/" + GovernScene.DRAFT).body())
        .contains("Куда послать уведомление", "line-removed", "line-added");
    var draft = json(by("token-operator").get("/api/models/drafts/" + GovernScene.DRAFT), 200);
    assertThat(draft.path("lines").path("processes/members/send-notice.form")).hasSize(4);
    json(by("token-operator").get("/api/models/drafts/" + UUID.randomUUID() + "x"), 404);
  }

  private Browser browser() {
    return new Browser(port);
  }

  private Browser by(String token) {
    return browser().with("Authorization", "Bearer " + token);
  }
}

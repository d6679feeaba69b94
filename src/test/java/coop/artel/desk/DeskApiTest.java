package coop.artel.desk;

import static coop.artel.desk.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import coop.artel.access.OpenDoors;
import coop.artel.notary.Receipt;
import coop.artel.notary.RecordsNotSealed;
import coop.artel.workflow.ModelRefusedSample;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeskApiTest {
  private static final String COMPLETION = "/api/tasks/" + DeskScene.TASK + "/completion";

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  @Test
  void a_list_of_tasks_says_how_many_there_are() {
    var list = json(secretary().get("/api/tasks?view=all&limit=10"), 200);

    assertThat(list.path("total").asInt()).isEqualTo(4);
    assertThat(list.path("tasks").get(2).path("id").asText()).isEqualTo(DeskScene.TASK);
    assertThat(list.path("tasks").get(2).path("assignee").path("name").asText())
        .isEqualTo("Лебедева Анна Сергеевна");
  }

  @Test
  void a_completion_answers_with_the_receipt() {
    when(scene.tasks.complete(any(), eq(DeskScene.TASK), any()))
        .thenReturn(new Receipt(DeskScene.CASE, 7, DeskScene.DIGEST));

    var answer = json(secretary().post(COMPLETION, "{\"values\":{\"matches\":true}}"), 200);

    assertThat(answer.path("receipt").path("digest").asText()).isEqualTo(DeskScene.DIGEST);
  }

  @Test
  void an_application_needs_no_account_and_answers_with_its_token() {
    var consent = json(anybody().get("/api/cooperatives/" + DeskScene.LADYA + "/consent"), 200);
    var digest = consent.path("digest").asText();
    var body =
        "{\"cooperative\":\"%s\",\"values\":{\"familyName\":\"Миронова\"},\"consentTextDigest\":\"%s\"}"
            .formatted(DeskScene.LADYA, digest);

    var answer = anybody().post("/api/applications", body);

    assertThat(json(answer, 201).path("token").asText()).isEqualTo(DeskScene.TOKEN);
    assertThat(consent.path("text").asText()).contains("согласие");
    var again = "/api/cooperatives/%s/consent/%s".formatted(DeskScene.LADYA, digest);
    assertThat(json(anybody().get(again), 200)).isEqualTo(consent);
    var without = "{\"cooperative\":\"%s\",\"values\":{}}".formatted(DeskScene.LADYA);
    problem(anybody().post("/api/applications", without), 400, "bad-parameter");
  }

  @Test
  void an_application_tells_its_applicant_and_the_officers_how_it_stands() {
    for (var caller : List.of(by(DeskScene.TOKEN), secretary())) {
      var it = json(caller.get("/api/applications/" + DeskScene.APPLICATION), 200);

      assertThat(it.path("status").asText()).isEqualTo("to-be-completed");
      assertThat(it.path("statusWords").asText()).startsWith("Не хватает сведений");
      assertThat(it.path("decideBy").asText()).isEqualTo("2026-04-08");
      assertThat(it.path("documents")).hasSize(2);
    }
    assertThat(json(by(DeskScene.TOKEN).get("/api/applications/mine"), 200).get(0).path("task"))
        .hasToString("\"task-complete\"");
    problem(anybody().get("/api/applications/" + DeskScene.APPLICATION), 401, "not-signed-in");
  }

  @Test
  void wrong_fields_are_listed_in_the_callers_language() {
    var body =
        "{\"cooperative\":\"%s\",\"values\":{},\"consentTextDigest\":\"ab\"}"
            .formatted(DeskScene.LADYA);

    var problem = problem(anybody().post("/api/applications", body), 422, "form-invalid");
    assertThat(problem.path("errors")).hasSize(2);
    assertThat(problem.path("errors").get(0).path("field").asText()).isEqualTo("familyName");
    assertThat(problem.path("errors").get(0).path("message").asText())
        .isEqualTo("Заполните это поле.");

    var english =
        anybody().with("Accept-Language", "en-GB,en;q=0.8").post("/api/applications", body);
    assertThat(problem(english, 422, "form-invalid").path("title").asText())
        .isEqualTo("Does not fit");
  }

  @Test
  void an_unknown_or_doubled_property_is_refused() {
    problem(secretary().post(COMPLETION, "{\"values\":{},\"sudo\":true}"), 400, "unknown-property");
    problem(secretary().post(COMPLETION, "{\"values\":{},\"values\":{}}"), 400, "malformed-json");
    problem(secretary().post(COMPLETION, "{\"values\":{}} {}"), 400, "malformed-json");
    problem(secretary().post(COMPLETION, "{\"values\":"), 400, "malformed-json");
    problem(secretary().post(COMPLETION, "{}"), 400, "bad-parameter");
  }

  @Test
  void more_than_64_KiB_is_not_read_announced_or_not() {
    var large = "{\"values\":{\"note\":\"%s\"}}".formatted("ж".repeat(40_000));
    var bytes = large.getBytes(StandardCharsets.UTF_8);

    problem(secretary().post(COMPLETION, large), 413, "too-large");
    problem(
        secretary()
            .post(
                COMPLETION,
                "application/json",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))),
        413,
        "too-large");
  }

  @Test
  void cases_and_looks_are_searched_and_counted() {
    var cases = secretary().get("/api/cases?q=2026-0042&outcome=open&limit=10");
    assertThat(cases.headers().firstValue("X-Total-Count")).contains("3");
    assertThat(json(cases, 200).get(0).path("number").asText()).isEqualTo(DeskScene.NUMBER);
    var looks = json(secretary().get("/api/viewings?kind=case"), 200);
    assertThat(looks.get(0).path("viewer").asText()).isEqualTo("Воронцов Пётр Ильич");
    assertThat(looks.get(0).path("caseNumber").asText()).isEqualTo(DeskScene.NUMBER);
    var changes = json(secretary().get("/api/cases/" + DeskScene.CASE + "/changes"), 200);
    assertThat(changes.get(1).path("before").asText()).isEqualTo("12\u00a0марта 2026");
    assertThat(changes.get(1).path("record").asInt()).isEqualTo(4);
    for (String wrong : List.of("startedFrom=soon", "endedTo=9999-01-01", "sort=sideways")) {
      var problem = problem(secretary().get("/api/cases?" + wrong), 400, "bad-parameter");
      assertThat(problem.toString()).contains(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  @Test
  void a_wrong_way_of_asking_is_said() {
    assertThat(problem(secretary().get("/api/nowhere"), 404, "not-found").path("instance").asText())
        .isEqualTo("/api/nowhere");
    assertThat(
            problem(secretary().get("/api/no%20where"), 404, "not-found").path("instance").asText())
        .isEqualTo("/api/no%20where");
    problem(secretary().get("/api/questions/not-an-id"), 404, "not-found");
    problem(secretary().get("/api/tasks?view=yours"), 400, "bad-parameter");
    problem(secretary().get("/api/tasks?limit=101"), 400, "bad-parameter");
    problem(secretary().get("/api/tasks?limit=many"), 400, "bad-parameter");
    problem(secretary().get(COMPLETION), 405, "method-not-allowed");
    problem(
        secretary().post(COMPLETION, "text/plain", BodyPublishers.ofString("да")),
        415,
        "unsupported-media-type");
  }

  @Test
  void nobody_known_is_asked_for_a_token() {
    problem(anybody().get("/api/tasks"), 401, "not-signed-in");
    problem(anybody().with("Authorization", "Bearer bad").get("/api/tasks"), 401, "token-invalid");
  }

  @Test
  void a_broken_world_tells_a_number_and_no_details() {
    when(scene.cases.find(any(), eq("broken"))).thenThrow(new IllegalStateException("secret"));

    var answer = secretary().get("/api/cases/broken");

    assertThat(problem(answer, 500, "internal-error").path("id").asText()).hasSize(36);
    assertThat(answer.body()).doesNotContain("secret", "Exception");
  }

  @Test
  void the_diagram_of_a_case_tells_of_each_step_who_when_and_how_far_it_is_sealed() {
    var diagram = json(secretary().get("/api/cases/" + DeskScene.CASE + "/diagram"), 200);

    assertThat(diagram.path("models").path(DeskScene.MODEL).asText()).contains("definitions");
    var process = diagram.path("processes").get(0);
    assertThat(process.path("instance").asText()).isEqualTo(DeskScene.CASE);
    assertThat(process.path("passed").get(0).asText()).isEqualTo("lawful");
    var steps = process.path("steps");
    assertThat(steps.findValuesAsText("run"))
        .containsExactly("1", "1", "1", "1", "1", "2", "1", "1");
    assertThat(steps.get(2).path("documents").get(0).path("id").asText())
        .isEqualTo(DeskScene.PAPER.toString());
    assertThat(steps.get(3).path("decision").path("outcome").asText()).isEqualTo("missing");
    assertThat(steps.get(4).path("person").path("name").asText())
        .isEqualTo("Лебедева Анна Сергеевна");
    assertThat(steps.get(0).path("record").path("stage").asText()).isEqualTo("sealed");
    assertThat(steps.get(6).path("state").asText()).isEqualTo("waiting");
    assertThat(steps.get(6).path("offices").get(0).asText()).isEqualTo("Секретарь");
    assertThat(steps.get(6).path("due").asText()).isEqualTo("2026-03-16");
    assertThat(steps.get(7).path("activity").asText()).isEqualTo("enter-in-register");
    assertThat(steps.get(7).path("stateInWords").asText()).isEqualTo("сбой");
  }

  @Test
  void the_diagram_is_not_for_the_applicant_nor_for_whoever_serves_elsewhere() {
    var path = "/api/cases/" + DeskScene.CASE + "/diagram";

    problem(by(DeskScene.TOKEN).get(path), 403, "not-served");
    problem(by("token-operator").get(path), 403, "not-served");
    problem(anybody().get(path), 401, "not-signed-in");
  }

  @Test
  void a_case_is_exported_as_a_zip() throws Exception {
    doAnswer(
            call -> {
              call.<OutputStream>getArgument(1).write("PK".getBytes(StandardCharsets.UTF_8));
              return null;
            })
        .when(scene.exports)
        .write(eq(DeskScene.CASE), any());

    var answer = secretary().get("/api/cases/" + DeskScene.CASE + "/export");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/zip");
    assertThat(answer.body()).isEqualTo("PK");
  }

  @Test
  void a_case_that_is_not_sealed_yet_is_not_exported_and_nothing_broke() throws Exception {
    doThrow(new RecordsNotSealed()).when(scene.exports).write(eq(DeskScene.CASE), any());

    var answer = secretary().get("/api/cases/" + DeskScene.CASE + "/export");

    assertThat(problem(answer, 409, "records-not-sealed").path("detail").asText())
        .isEqualTo("Записи этого дела ещё не запечатаны. Попробуйте через минуту.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cases?number=2026-0042",
        "/api/tasks?from=2026-03-01&person=x",
        "/api/viewings?who=x",
        "/api/questions?open=true",
        "/api/cases/" + DeskScene.CASE + "?language=en"
      })
  void a_condition_that_is_not_known_is_refused_and_not_left_out(String path) {
    problem(secretary().get(path), 400, "unknown-parameter");
  }

  @Test
  void conditions_that_are_known_are_taken_each_alone_and_together() {
    json(
        secretary().get("/api/tasks?view=all&q=x&process=admit-member&sort=process&offset=0"), 200);
    json(secretary().get("/api/cases?q=x&outcome=open&startedFrom=2026-03-01&limit=5"), 200);
  }

  @Test
  void what_a_model_may_not_hold_is_told_in_the_language_of_whoever_sent_it() {
    when(scene.models.propose(any(), eq("processes/a/b.bpmn"), any()))
        .thenThrow(ModelRefusedSample.refusal());

    var answer = by("token-operator").post("/api/models?name=processes/a/b.bpmn", "{}");

    assertThat(problem(answer, 422, "model-refused").path("detail").asText())
        .isEqualTo(
            "В модели есть запрещённое: processes/a/b.bpmn, строка 11: элемент <bpmn:scriptTask> в"
                + " модели запрещён.");
  }

  @Test
  void records_tell_how_far_they_are_sealed() {
    var records = json(secretary().get("/api/cases/" + DeskScene.CASE + "/records"), 200);

    assertThat(records.get(0).path("seal").path("stage").asText()).isEqualTo("anchored");
    assertThat(records.get(5).path("seal").path("stage").asText()).isEqualTo("recorded");
  }

  @Test
  void a_decision_is_for_those_who_serve_its_cooperative() {
    var path = "/api/decisions/" + DeskScene.GRANTED;

    assertThat(json(secretary().get(path), 200).path("outcome").asText()).isEqualTo("granted");
    problem(by("token-operator").get(path), 404, "document-unknown");
    problem(
        by("token-operator").get("/api/cooperatives/" + DeskScene.LADYA + "/members"),
        403,
        "not-served");
  }

  @Test
  void an_operator_moves_the_clock_to_a_day() {
    var answer = by("token-operator").post("/api/clock", "{\"day\":\"2026-05-01\"}");

    assertThat(json(answer, 200).path("offsetSeconds").asLong()).isEqualTo(33 * 86400);
    verify(scene.control).moveTo(any(), eq(LocalDate.of(2026, 5, 1)));
    problem(by("token-operator").post("/api/clock", "{}"), 400, "bad-parameter");
  }

  @Test
  void the_description_tells_what_a_case_and_an_application_are_made_of() {
    var schemas = json(anybody().get("/v3/api-docs"), 200).at("/components/schemas");

    assertThat(fields(schemas.at("/CaseHistoryJson/properties")))
        .contains("documents", "terms", "tasks", "questions", "arrival");
    assertThat(fields(schemas.at("/TermJson/properties"))).contains("norm", "lastDay", "keptOn");
    assertThat(fields(schemas.at("/OpenTaskJson/properties"))).contains("activity", "due");
    assertThat(fields(schemas.at("/ApplicationJson/properties"))).contains("way", "receipt");
    assertThat(fields(schemas.at("/QuestionJson/properties"))).contains("state");
  }

  private static List<String> fields(JsonNode schema) {
    var fields = new ArrayList<String>();
    schema.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  @Test
  void the_description_names_every_way_and_its_problems() {
    var api = json(anybody().get("/v3/api-docs"), 200);
    var paths = new ArrayList<String>();
    api.path("paths").fieldNames().forEachRemaining(paths::add);

    assertThat(paths)
        .contains(
            "/api/applications",
            "/api/applications/mine",
            "/api/applications/{id}",
            "/api/cooperatives/{id}/consent",
            "/api/cooperatives/{id}/consent/{digest}",
            "/api/applications/{id}/withdrawal",
            "/api/cooperatives",
            "/api/cooperatives/{id}/application-form",
            "/api/cooperatives/{id}/members",
            "/api/tasks",
            "/api/tasks/{id}",
            "/api/tasks/{id}/form",
            "/api/tasks/{id}/claim",
            "/api/tasks/{id}/completion",
            "/api/questions",
            "/api/questions/{id}",
            "/api/questions/{id}/votes",
            "/api/questions/{id}/closing",
            "/api/cases",
            "/api/cases/{id}",
            "/api/cases/{id}/diagram",
            "/api/cases/{id}/records",
            "/api/cases/{id}/export",
            "/api/decisions/{id}",
            "/api/documents/{id}",
            "/api/me",
            "/api/clock",
            "/api/log",
            "/api/deeds",
            "/api/deeds/{id}",
            "/api/deeds/{id}/approve",
            "/api/deeds/{id}/reject",
            "/api/norms/{country}",
            "/api/norms/{country}/verifications",
            "/api/cooperatives/{id}/charter",
            "/api/cooperatives/{id}/charter/confirmations",
            "/api/incidents",
            "/api/incidents/{id}/retry",
            "/api/invitation/acceptance",
            "/api/invitation/content",
            "/api/tokens",
            "/api/models",
            "/api/models/drafts/{id}",
            "/api/models/drafts/{id}/proposal",
            "/api/rules/{country}/drafts",
            "/api/rules/drafts/{id}",
            "/api/rules/drafts/{id}/files",
            "/api/rules/drafts/{id}/withdraw",
            "/api/rules/drafts/{id}/rebase");
    for (var way : List.of("/api/tasks/{id}/completion", "/api/applications")) {
      assertThat(api.path("paths").path(way).path("post").path("responses").has("422")).isTrue();
    }
  }

  @Test
  void the_description_tells_what_needs_no_token_and_speaks_of_nothing_but_the_api() {
    var paths = json(anybody().get("/v3/api-docs"), 200).path("paths");

    paths.fieldNames().forEachRemaining(path -> assertThat(path).startsWith("/api/"));
    OpenDoors.PATHS.forEach(
        (method, open) ->
            open.forEach(
                path -> {
                  var operation = paths.path(path).path(method.name().toLowerCase(Locale.ROOT));
                  assertThat(operation.path("security")).as(path).isEmpty();
                  assertThat(operation.path("security").isArray()).as(path).isTrue();
                }));
    assertThat(paths.path("/api/tasks").path("get").has("security")).isFalse();
    assertThat(paths.path("/api/tasks").path("get").path("responses").path("200").path("content"))
        .hasSize(1);
  }

  @Test
  void the_type_of_a_problem_leads_to_what_it_means() {
    assertThat(anybody().get("/problems/form-invalid").body()).contains("полей с ошибками: …");
    assertThat(anybody().get("/problems/not-signed-in").statusCode()).isEqualTo(200);
    assertThat(anybody().get("/problems/no-such-thing").statusCode()).isEqualTo(404);
    assertThat(anybody().get("/problems/%3Cb%3E").statusCode()).isEqualTo(404);
  }

  private Browser anybody() {
    return new Browser(port);
  }

  private Browser by(String token) {
    return anybody().with("Authorization", "Bearer " + token);
  }

  private Browser secretary() {
    return by("token-secretary");
  }

  private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
    var problem = json(answer, status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + code);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    return problem;
  }
}

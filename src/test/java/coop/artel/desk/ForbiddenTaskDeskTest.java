package coop.artel.desk;

import static coop.artel.desk.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.access.Deed;
import coop.artel.access.DeedSample;
import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.law.Outcome;
import coop.artel.workflow.Overrides;
import coop.artel.workflow.TaskForbiddenByLawSample;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the law forbids to complete, and how a second person is asked, on the page and by REST. */
@SpringBootTest(
    classes = DeskStage.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ForbiddenTaskDeskTest {
  private static final String TASK = "task-forbidden";
  private static final String PAGE = "/tasks/" + TASK;
  private static final String REST = "/api/tasks/" + TASK;
  private static final UUID DEED = UUID.randomUUID();

  @LocalServerPort int port;
  @Autowired DeskScene scene;

  @BeforeEach
  void the_law_forbids() {
    doThrow(TaskForbiddenByLawSample.refusal(forbidden()))
        .when(scene.tasks)
        .complete(any(), eq(TASK), any());
    doThrow(TaskForbiddenByLawSample.unexplained(forbidden()))
        .when(scene.staff.overrides)
        .propose(any(), eq(TASK), any(), eq(""));
    when(scene.staff.overrides.propose(any(), eq(TASK), any(), eq("сгорел"))).thenReturn(deed());
    var task = scene.tasks.find(null, DeskScene.TASK);
    when(scene.tasks.find(any(), eq(TASK))).thenReturn(task);
  }

  @AfterEach
  void nothing_was_proposed() {
    reset(scene.staff.overrides);
  }

  private static Deed deed() {
    return DeedSample.waiting(
        DEED, Overrides.DEED, TASK, "ab".repeat(32), DeskScene.LAWYER, Instant.EPOCH);
  }

  @Test
  void it_is_told_above_the_form_that_keeps_what_was_typed() {
    var secretary = new Browser(port).signedIn("secretary");

    var page = secretary.submit(PAGE, PAGE, Map.of("f.issuedBy", "ОВД <b>Южный</b>"));
    var unexplained =
        secretary.submit(PAGE, PAGE + "/override", Map.of("f.issuedBy", "ОВД", "_reason", ""));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("Закон не\u00a0разрешает завершить задачу так", "63-ФЗ, ст. 6(2)")
        .contains("есть подлинник на бумаге", "Завершить вопреки запрету", "name=\"_reason\"")
        .contains("value=\"ОВД &lt;b&gt;Южный&lt;/b&gt;\"");
    assertThat(unexplained.statusCode()).isEqualTo(422);
    assertThat(unexplained.body())
        .contains("63-ФЗ, ст. 6(2)", "от 1 до 1", "id=\"override-reason-error\"", "value=\"ОВД\"");
  }

  @Test
  void the_page_of_what_waits_follows_an_explained_proposal() {
    var secretary = new Browser(port).signedIn("secretary");

    var answer =
        secretary.submit(
            PAGE, PAGE + "/override", Map.of("f.issuedBy", "ОВД", "_reason", "сгорел"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/deeds/" + DEED);
  }

  @Test
  void a_program_is_told_the_decision_with_its_articles() {
    var problem = json(post("/completion", "{\"values\": {\"issuedBy\": \"ОВД\"}}"), 409);

    assertThat(problem.path("code").asText()).isEqualTo("task-forbidden-by-law");
    var decision = problem.path("decision");
    assertThat(decision.path("question").asText()).isEqualTo("signing");
    assertThat(decision.path("outcome").asText()).isEqualTo("missing");
    assertThat(decision.path("missing").path(0).asText()).isEqualTo("signature");
    assertThat(decision.path("reasons").findValuesAsText("article"))
        .singleElement()
        .asString()
        .contains("63-ФЗ, ст. 6(2)");
  }

  @Test
  void a_program_proposes_with_a_reason_and_is_told_what_waits() {
    var sent = "{\"values\": {\"issuedBy\": \"ОВД\"}, \"reason\": \"%s\"}";

    assertThat(json(post("/override", sent.formatted("сгорел")), 202).toString())
        .contains(DEED.toString());
    verify(scene.staff.overrides)
        .propose(any(), eq(TASK), eq(Map.of("issuedBy", "ОВД")), eq("сгорел"));
    assertThat(json(post("/override", sent.formatted("")), 422).path("code").asText())
        .isEqualTo("override-unexplained");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"values\": {}}", "{\"reason\": \"сгорел\"}"})
  void a_program_that_says_half_of_it_proposes_nothing(String body) {
    assertThat(json(post("/override", body), 400).path("code").asText()).isEqualTo("bad-parameter");
    verify(scene.staff.overrides, never()).propose(any(), any(), any(), any());
  }

  private HttpResponse<String> post(String path, String body) {
    return new Browser(port)
        .with("Authorization", "Bearer token-secretary")
        .post(REST + path, body);
  }

  private static Decision forbidden() {
    var finding =
        new Finding(
            "signing.signature",
            false,
            "есть подлинник на бумаге",
            "63-ФЗ, ст. 6(2)",
            null,
            null,
            null,
            null,
            null,
            null);
    return new Decision(
        UUID.randomUUID(),
        DeskScene.LADYA,
        "signing",
        LocalDate.of(2026, 3, 3),
        Outcome.MISSING,
        List.of("signature"),
        List.of("signing.signature"),
        List.of(finding),
        "ab".repeat(32),
        "cd".repeat(32),
        false);
  }
}

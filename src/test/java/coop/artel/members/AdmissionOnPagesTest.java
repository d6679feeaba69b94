package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.House;
import coop.artel.law.Outcome;
import coop.artel.law.ScriptedLaw;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Choice;
import coop.artel.notary.Exports;
import coop.artel.people.Consents;
import coop.artel.registry.Office;
import coop.artel.values.DataFolder;
import coop.artel.values.Sha256;
import jakarta.servlet.Filter;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What staff, auditors and applicants read of an admission, on pages and through the API. */
@House
class AdmissionOnPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private WebApplicationContext house;
  @Autowired private DataFolder data;
  @Autowired private ScriptedLaw law;
  @Autowired private Questions questions;
  @Autowired private Applications applications;
  private Staff staff;
  private MockMvc web;

  @BeforeEach
  void openTheDoors() {
    staff = new Staff(house);
    DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(house);
    web = builder.addFilters(house.getBean("springSecurityFilterChain", Filter.class)).build();
  }

  @Test
  void the_reason_of_a_judgement_is_read_by_the_auditor_and_the_document_of_a_payment_too()
      throws Exception {
    law.next("entry", Outcome.HUMAN);
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
    staff.pay(admission, "100.00", "300.00");
    staff.judge(admission, true);

    assertThat(page("auditor", "/cases/" + admission))
        .contains("Изучил документы и решаю так", "ПП-17", "300,00", "электронной почтой");
    var history = api("auditor", "/api/cases/" + admission);
    assertThat(said(history, "judge-by-hand", "reason")).isEqualTo("Изучил документы и решаю так");
    assertThat(said(history, "confirm-payment", "payment-document")).isEqualTo("ПП-17");
    assertThat(said(history, "verify-identity", "scan-digest")).isEqualTo("ab".repeat(32));
  }

  @Test
  void the_digest_of_a_scan_is_made_of_the_file_that_the_secretary_chooses() throws Exception {
    String admission = staff.caseOfApplicant();
    var task = staff.waiting(admission, "verify-identity");
    var secretary = signIn("secretary");
    claim(task.id(), secretary);
    byte[] scan = "скан подписанного заявления".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var path = "/tasks/" + task.id();
    assertThat(content(path, secretary))
        .contains(
            "multipart/form-data", "name=\"_file.scanDigest\"", "обязательно, если на бумаге");

    var sent =
        multipart(path)
            .file(new MockMultipartFile("_file.scanDigest", "scan.pdf", "application/pdf", scan));
    for (var field :
        Map.of(
                "documentKind", "passport-rf",
                "documentNumber", "0509 777001",
                "issuedOn", "2010-05-20",
                "issuedBy", "ОВД «Учебный»",
                "matches", "true",
                "signing", "paper",
                "signedOn", staff.today().toString(),
                "scanDigest", "")
            .entrySet()) {
      sent.param("f." + field.getKey(), field.getValue());
    }
    var answer = web.perform(sent.session(secretary).with(csrf())).andReturn().getResponse();

    assertThat(answer.getStatus()).isEqualTo(302);
    var history = api("auditor", "/api/cases/" + admission);
    assertThat(said(history, "verify-identity", "scan-digest")).isEqualTo(Sha256.of(scan));
    assertThat(staff.path(admission)).contains("collect-votes");
  }

  @Test
  void an_export_holds_each_revision_of_a_document_under_a_name_of_its_own() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");

    var names =
        house.getBeansOfType(Exports.Source.class).values().stream()
            .flatMap(source -> source.of(admission).stream())
            .map(Exports.Attachment::name)
            .toList();
    assertThat(names)
        .doesNotHaveDuplicates()
        .filteredOn(it -> it.contains("data-consent"))
        .hasSize(2);
  }

  @Test
  void an_applicant_is_told_whose_turn_it_is() {
    var child = staff.apply(Map.of("born", staff.today().minusYears(12).toString()));
    assertThat(status(child)).isEqualTo(Status.TO_BE_RETURNED);

    law.next("admission", Outcome.HUMAN);
    var unclear = staff.apply(Map.of());
    assertThat(status(unclear)).isEqualTo(Status.TO_BE_JUDGED);
    staff.judge(unclear.caseId(), true);
    assertThat(status(unclear)).isEqualTo(Status.IN_CHECK);
    staff.verifyIdentity(unclear.caseId(), "none");
    assertThat(status(unclear)).isEqualTo(Status.TO_BE_SIGNED);
    staff.complete(
        staff.holder(Office.SECRETARY),
        unclear.caseId(),
        "obtain-signature",
        Map.of(
            "matches",
            true,
            "signing",
            "paper",
            "signedOn",
            staff.today().toString(),
            "scanDigest",
            "ab".repeat(32)));
    assertThat(status(unclear)).isEqualTo(Status.IN_COUNCIL);

    law.next("council-vote", Outcome.HUMAN);
    staff.vote(unclear.caseId(), Choice.FOR);
    staff.waiting(unclear.caseId(), "judge-by-hand");
    assertThat(status(unclear)).isEqualTo(Status.COUNT_TO_BE_JUDGED);
    staff.judge(unclear.caseId(), true);
    assertThat(status(unclear)).isEqualTo(Status.DECIDED);
  }

  @Test
  void whoever_has_the_case_is_told_that_the_term_comes_near() throws Exception {
    String admission = staff.caseOfApplicant();
    var task = staff.waiting(admission, "verify-identity");

    staff.moveClockTo(task.due().minusDays(6), admission);

    assertThat(api("secretary", "/api/notices").findParents("about"))
        .filteredOn(it -> it.path("about").asText().equals(task.id()))
        .extracting(it -> it.path("kind").asText())
        .contains("task-soon");
    assertThat(page("secretary", "/notices")).contains("Срок близок, ждут вас");
  }

  @Test
  void what_is_said_with_a_vote_stands_beside_it() throws Exception {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    var question = staff.question(admission);

    questions.vote(staff.council().get(1), question.id(), Choice.AGAINST, "Живёт далеко");

    assertThat(page("chair", "/questions/" + question.id())).contains("Живёт далеко");
    assertThat(api("chair", "/api/questions/" + question.id()).at("/votes/0/reason").asText())
        .isEqualTo("Живёт далеко");
  }

  @Test
  void a_reminder_presses_those_who_have_not_voted_and_nobody_else() throws Exception {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    var question = staff.question(admission);
    var path = "/questions/" + question.id();
    assertThat(page("chair", path)).doesNotContain("Напоминание от");

    staff.moveClockTo(question.decideBy().minusDays(6), admission);
    assertThat(page("chair", path)).contains("Напоминание от");
    assertThat(page("chair", "/tasks")).contains("Напоминание от");
    assertThat(api("chair", "/api" + path).has("remindedAt")).isTrue();

    questions.vote(staff.holder(Office.CHAIR), question.id(), Choice.FOR);
    assertThat(page("chair", path)).doesNotContain("Напоминание от");
  }

  @Test
  void who_withdraws_the_consent_withdraws_the_open_application_with_it() throws Exception {
    var received = staff.apply(Map.of());
    var path = "/api/applications/" + received.application() + "/consent-withdrawal";
    assertThat(post(path, account("secretary", "token"), "{}")).isEqualTo(404);

    assertThat(post(path, received.token(), "{}")).isEqualTo(204);

    assertThat(status(received)).isEqualTo(Status.WITHDRAWN);
    assertThat(staff.outcome(received.caseId())).isEqualTo("withdrawal-recorded");
    var consent = house.getBean(Consents.class).of(received.caseId()).get(0);
    assertThat(consent.withdrawnOn()).isEqualTo(staff.today());
    assertThat(page("secretary", "/cases/" + received.caseId()))
        .contains("Согласие на обработку данных отозвано");
    assertThat(post(path, received.token(), "{}")).isEqualTo(409);
  }

  @Test
  void a_withdrawal_on_paper_is_entered_by_the_secretary_with_its_day() throws Exception {
    var received = staff.apply(Map.of());
    var api = "/api/applications/" + received.application() + "/consent-withdrawal";
    var day = "{\"withdrawnOn\":\"%s\"}";
    assertThat(post(api, account("accountant", "token"), day.formatted(staff.today())))
        .isEqualTo(403);
    assertThat(post(api, account("secretary", "token"), day.formatted(staff.today().minusDays(1))))
        .isEqualTo(422);
    var path = "/cases/" + received.caseId();
    assertThat(page("secretary", path)).contains("Отозвать согласие по письменному заявлению");
    assertThat(page("auditor", path)).doesNotContain("Отозвать согласие по письменному");

    var answer =
        web.perform(
                MockMvcRequestBuilders.post(path + "/consent-withdrawal")
                    .param("on", staff.today().toString())
                    .session(signIn("secretary"))
                    .with(csrf()))
            .andReturn()
            .getResponse();

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(status(received)).isEqualTo(Status.WITHDRAWN);
  }

  private int post(String path, String token, String body) throws Exception {
    return web.perform(
            MockMvcRequestBuilders.post(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private Status status(Applications.Received received) {
    return applications.find(staff.applicant(received), received.application()).status();
  }

  private static String said(JsonNode history, String activity, String what) {
    for (var step : history.get("activities")) {
      for (var answer : step.get("answers")) {
        if (step.get("activity").asText().equals(activity)
            && answer.get("what").asText().equals(what)) {
          return answer.get("value").asText();
        }
      }
    }
    return "";
  }

  private String page(String login, String path) throws Exception {
    return content(path, signIn(login));
  }

  private String content(String path, MockHttpSession session) throws Exception {
    var answer = web.perform(get(path).session(session)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private JsonNode api(String login, String path) throws Exception {
    var token = account(login, "token");
    var answer =
        web.perform(get(path).header("Authorization", "Bearer " + token)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return JSON.readTree(answer.getContentAsByteArray());
  }

  private void claim(String task, MockHttpSession who) throws Exception {
    var answer =
        web.perform(
                MockMvcRequestBuilders.post("/tasks/" + task + "/claim").session(who).with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(302);
  }

  private MockHttpSession signIn(String login) throws Exception {
    return new Doors(house).signIn(login, account(login, "password"));
  }

  private String account(String role, String part) throws Exception {
    var accounts = JSON.readTree(Files.readAllBytes(data.path().resolve("demo/accounts.json")));
    for (var account : accounts.path("accounts")) {
      if (account.path("role").asText().equals(role)) {
        return account.path(part).asText();
      }
    }
    throw new AssertionError("No account of " + role + " in " + accounts);
  }
}

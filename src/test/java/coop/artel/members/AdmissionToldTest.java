package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Choice;
import coop.artel.registry.Office;
import coop.artel.values.DataFolder;
import coop.artel.values.Sha256;
import jakarta.servlet.Filter;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who brought an application in, who voted how, and what programs are told of a case. */
@House
class AdmissionToldTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private WebApplicationContext house;
  @Autowired private DataFolder data;
  @Autowired private Questions questions;
  private Staff staff;
  private MockMvc web;

  @BeforeEach
  void openTheDoors() {
    staff = new Staff(house);
    DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(house);
    web = builder.addFilters(house.getBean("springSecurityFilterChain", Filter.class)).build();
  }

  @Test
  void who_entered_a_paper_is_told_with_its_scan_and_its_consent() throws Exception {
    var paper = staff.applyOnPaper(Map.of());

    var page = page("auditor", "/cases/" + paper.caseId());
    var arrival = api(token("auditor"), "/api/cases/" + paper.caseId()).path("arrival");

    assertThat(page)
        .contains("Заявление пришло на бумаге", "Отпечаток скана заявления", "cdcd cdcd cdcd")
        .contains("Согласие на обработку данных дано на бумаге");
    assertThat(arrival.path("way").asText()).isEqualTo("paper");
    assertThat(page).contains(": " + arrival.at("/enteredBy/name").asText());
    assertThat(arrival.at("/enteredBy/id").asText())
        .isEqualTo(staff.holder(Office.SECRETARY).person().toString());
    assertThat(arrival.path("consentDigest").asText()).isEqualTo("cd".repeat(32));
  }

  @Test
  void an_application_from_the_page_is_the_applicants_own() throws Exception {
    var received = staff.apply(Map.of());

    var arrival = api(token("auditor"), "/api/cases/" + received.caseId()).path("arrival");

    assertThat(arrival.path("way").asText()).isEqualTo("page");
    assertThat(arrival.at("/enteredBy/id").asText())
        .isEqualTo(staff.applicant(received).person().toString());
    assertThat(arrival.has("scanDigest") && !arrival.path("scanDigest").isNull()).isFalse();
    assertThat(page("auditor", "/cases/" + received.caseId()))
        .contains("Заявление подано на странице приёма")
        .doesNotContain("Отпечаток скана заявления");
  }

  @Test
  void a_vote_is_closed_early_only_once_the_law_wants_no_more_votes() throws Exception {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    var question = staff.question(admission);
    var path = "/questions/" + question.id();
    assertThat(page("secretary", path))
        .contains("когда голосов хватит для кворума")
        .doesNotContain("Закрыть и подсчитать");

    for (Caller member : staff.council().subList(0, 7)) {
      questions.vote(member, question.id(), Choice.FOR);
    }

    assertThat(page("secretary", path)).contains("Закрыть и подсчитать");
    assertThat(page("auditor", path))
        .doesNotContain("Закрыть и подсчитать", "когда голосов хватит");
  }

  @Test
  void votes_stand_by_name_in_the_history_and_a_count_that_is_judged_says_so() throws Exception {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    var question = staff.question(admission);
    var council = staff.council();
    questions.vote(council.get(0), question.id(), Choice.ABSTAINED, "Не знаю его");
    // A late vote is left to the chair.
    staff.moveClockTo(question.decideBy().plusDays(1), admission);
    staff.vote(admission, council.subList(1, council.size()), Choice.FOR);

    var told = api(token("auditor"), "/api/questions/" + question.id());
    assertThat(told.path("state").asText()).isEqualTo("judging");
    assertThat(page("auditor", "/questions/" + question.id()))
        .contains("Голоса подсчитаны", "решает председатель")
        .contains("Воздержался")
        .doesNotContain("голоса считают");
    assertThat(page("auditor", "/cases/" + admission))
        .contains("Воздержался: «Не знаю его»", "<dd>За</dd>");
    assertThat(api(token("auditor"), "/api/cases/" + admission).at("/questions/0").asText())
        .isEqualTo(question.id().toString());
  }

  @Test
  void programs_are_told_of_documents_terms_and_open_tasks() throws Exception {
    var received = staff.apply(Map.of());

    var told = api(token("secretary"), "/api/cases/" + received.caseId());

    assertThat(told.path("documents").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("membership-application", "data-consent");
    assertThat(told.at("/terms/0/norm").asText()).isEqualTo("admission.decision-days");
    assertThat(told.at("/terms/0/lastDay").asText()).isNotEmpty();
    assertThat(told.path("tasks").findValuesAsText("activity")).containsExactly("verify-identity");
    assertThat(told.at("/tasks/0/groups/0").asText()).endsWith(":secretary");
  }

  @Test
  void an_applicant_reads_the_way_and_the_receipt_of_the_application() throws Exception {
    var received = staff.apply(Map.of());

    var mine = api(received.token(), "/api/applications/mine").get(0);

    assertThat(mine.path("way").findValuesAsText("station"))
        .containsExactly(
            "received", "checked", "identified", "decided", "notified", "paid", "entered");
    assertThat(mine.path("way").findValuesAsText("state"))
        .containsExactly("done", "done", "now", "ahead", "ahead", "ahead", "ahead");
    assertThat(mine.at("/way/0/reachedAt").asText()).isNotEmpty();
    assertThat(mine.at("/receipt/digest").asText()).matches("[0-9a-f]{64}");
    assertThat(mine.at("/receipt/record").asLong()).isEqualTo(1);
  }

  @Test
  void all_faults_of_a_paper_are_told_at_once_and_a_scan_is_chosen_once() throws Exception {
    var secretary =
        new Doors(house).signIn("secretary", account("secretary").path("password").asText());
    byte[] scan = "скан заявления".getBytes(UTF_8);
    var tomorrow = staff.today().plusDays(1).toString();

    var refused =
        send(
            secretary,
            multipart("/members/paper")
                .file(new MockMultipartFile("_scan", "scan.pdf", "application/pdf", scan))
                .param("_receivedOn", tomorrow)
                .param("_consentOn", "1900-01-01")
                .param("f.givenName", "Нина"));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Исправьте 4 поля", "href=\"#receivedOn\"", "href=\"#f-familyName\"")
        .contains("href=\"#consentOn\"", "href=\"#consentDigest\"")
        .contains("name=\"_scanDigest\" value=\"" + Sha256.of(scan) + "\"", "value=\"Нина\"")
        .contains("Заявитель получает пенсию")
        .doesNotContain("href=\"#scanDigest\"", "Получаю пенсию");

    var taken =
        send(
            secretary,
            multipart("/members/paper")
                .file(new MockMultipartFile("_consentScan", "consent.pdf", "application/pdf", scan))
                .param("_scanDigest", Sha256.of(scan))
                .param("_receivedOn", staff.today().toString())
                .param("_consentOn", staff.today().toString())
                .param("f.familyName", "Бумажная")
                .param("f.givenName", "Нина"));
    assertThat(taken.getStatus()).isEqualTo(302);
    assertThat(taken.getRedirectedUrl()).startsWith("/cases/");
  }

  private MockHttpServletResponse send(MockHttpSession session, MockHttpServletRequestBuilder paper)
      throws Exception {
    paper.param("_cooperative", staff.cooperative().id().toString());
    return web.perform(paper.session(session).with(csrf())).andReturn().getResponse();
  }

  private String page(String login, String path) throws Exception {
    var session = new Doors(house).signIn(login, account(login).path("password").asText());
    var answer = web.perform(get(path).session(session)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private JsonNode api(String token, String path) throws Exception {
    var answer =
        web.perform(get(path).header("Authorization", "Bearer " + token)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return JSON.readTree(answer.getContentAsByteArray());
  }

  private String token(String role) throws Exception {
    return account(role).path("token").asText();
  }

  private JsonNode account(String role) throws Exception {
    var accounts = JSON.readTree(Files.readAllBytes(data.path().resolve("demo/accounts.json")));
    for (var account : accounts.path("accounts")) {
      if (account.path("role").asText().equals(role)) {
        return account;
      }
    }
    throw new AssertionError("No account of " + role + " in " + accounts);
  }
}

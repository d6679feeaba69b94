package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.House;
import coop.artel.ScriptedSteps;
import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.PlatformRole;
import coop.artel.meetings.Questions.Choice;
import coop.artel.members.Doors.Door;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Office;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Incidents;
import coop.artel.workflow.Incidents.Incident;
import coop.artel.workflow.Jobs;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** A step that fails as often as it is tried: who learns of it, and how the case goes on. */
@House
class IncidentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STEP = "enterInRegister";
  private static final String PASSWORD = "очень длинный пароль";

  /** What a failure may say and nobody may read who does not serve the cooperative. */
  private static final String WORDS = "паспорт 0509 777777 Петрова Ивана";

  @Autowired private WebApplicationContext house;
  @Autowired private ScriptedSteps steps;
  @Autowired private Incidents incidents;
  @Autowired private Jobs jobs;
  @Autowired private Cases cases;
  @Autowired private Records records;
  @Autowired private NoticeBoard notices;
  @Autowired private MeterRegistry metrics;
  @Autowired private JdbcClient sql;
  @Autowired private LegalClock clock;
  private Doors doors;
  private Staff staff;
  private Caller operator;
  private String token;

  @BeforeEach
  void anOperatorAtWork() {
    doors = new Doors(house);
    staff = new Staff(house);
    var accounts = house.getBean(Accounts.class);
    var person = new Person(PersonId.random(), "Опер", "Анна", null, null, null, null, null, null);
    house.getBean(People.class).register(person);
    accounts.open(person.id(), login(person.id()), PASSWORD, Set.of(PlatformRole.OPERATOR));
    token = accounts.issueToken(person.id(), "test", Duration.ofHours(1));
    operator = house.getBean(Callers.class).of(person.id());
  }

  @AfterEach
  void mend() {
    steps.mend(STEP);
  }

  @Test
  void operators_learn_of_it_and_the_case_goes_on_to_its_end_after_a_retry() throws Exception {
    var before = standing();
    String admission = paid();
    giveUp(admission);

    var incident = only(admission);
    assertThat(incident.activity()).isEqualTo("enter-in-register");
    assertThat(incident.attempts()).isEqualTo(5);
    assertThat(incident.failure().exception()).isEqualTo("IllegalStateException");
    assertThat(incident.failure().place()).startsWith("IncidentsTest:");
    assertThat(standing()).isEqualTo(before + 1);
    assertThat(metrics.get("artel.incidents").gauge().value()).isEqualTo(before + 1.0);
    assertThat(told(incident)).isTrue();
    assertThat(notices.unread(operator)).isEqualTo(1);
    assertThat(page()).contains(incident.id(), incident.caseNumber());
    assertThat(inRest(incident)).isTrue();

    steps.mend(STEP);
    assertThat(retry(incident, 202).path("id").asText()).isEqualTo(incident.id());
    jobs.runDue(admission);

    assertThat(staff.outcome(admission)).isEqualTo("member-admitted");
    assertThat(standing()).isEqualTo(before);
    assertThat(notices.unread(operator)).isZero();
    assertThat(page()).doesNotContain(incident.id());
    assertThat(inRest(incident)).isFalse();
    assertThat(retry(incident, 409).path("code").asText()).isEqualTo("incident-gone");
    assertThat(retries(admission)).hasSize(1);
  }

  @Test
  void a_step_that_failed_rests_before_it_is_tried_again_each_time_longer() {
    String admission = paid();
    var pauses = new ArrayList<>(List.of(pause(admission)));
    for (int i = 0; i < 3; i++) {
      assertThat(jobs.runDue(admission)).isZero();
      rest(admission);
      assertThatThrownBy(() -> jobs.runDue(admission)).hasMessageContaining(WORDS);
      pauses.add(pause(admission));
    }

    assertThat(pauses).isSorted();
    assertThat(pauses.get(0)).isGreaterThan(Duration.ZERO).isLessThan(Duration.ofSeconds(10));
    assertThat(pauses.get(3)).isGreaterThan(Duration.ofMinutes(5));
    assertThat(of(admission)).isEmpty();
  }

  @Test
  void the_case_records_who_let_it_be_tried_again_and_its_steps_keep_their_own_records() {
    String admission = paid();
    giveUp(admission);
    var incident = only(admission);
    steps.mend(STEP);

    incidents.retry(operator, UUID.fromString(incident.id()));
    jobs.runDue(admission);

    var retried = retries(admission).get(0);
    assertThat(retried.actor()).isEqualTo(operator.person());
    assertThat(retried.members())
        .containsEntry("process", "admit-member")
        .containsEntry("activity", "enter-in-register")
        .containsEntry("attempts", 5L)
        .containsEntry("failure", "IllegalStateException");
    var entered =
        cases.activities(admission).stream()
            .filter(it -> it.activity().equals("enter-in-register"))
            .toList();
    assertThat(entered).hasSize(1);
    assertThat(entered.get(0).record()).isGreaterThan(retried.number());
  }

  @Test
  void a_step_that_fails_again_stands_anew_and_is_told_anew() {
    String admission = paid();
    giveUp(admission);
    var first = only(admission);

    incidents.retry(operator, UUID.fromString(first.id()));
    assertThat(of(admission)).isEmpty();
    giveUp(admission);

    var second = only(admission);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.attempts()).isEqualTo(10);
    assertThat(told(second)).isTrue();
    assertThat(notices.unread(operator)).isEqualTo(1);
    refused(() -> incidents.retry(operator, UUID.fromString(first.id())), "incident-gone");
  }

  @Test
  void what_a_failure_says_of_a_person_is_nowhere_but_in_the_log_of_the_service() throws Exception {
    String admission = paid();
    giveUp(admission);

    assertThat(kept("act_ru_job", "exception_msg_")).isZero();
    assertThat(kept("act_ru_incident", "incident_msg_")).isZero();
    assertThat(kept("act_hi_incident", "incident_msg_")).isZero();
    assertThat(kept("act_hi_job_log", "job_exception_msg_")).isZero();
    assertThat(
            sql.sql("select count(*) from act_ge_bytearray where position(:words in bytes_) > 0")
                .param("words", WORDS.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query(Long.class)
                .single())
        .isZero();
    var person = cases.find(staff.holder(Office.AUDITOR), admission).subject();
    var name = house.getBean(People.class).find(person).familyName();
    assertThat(page()).doesNotContain(WORDS, name);
    assertThat(api("/api/incidents", 200).toString())
        .doesNotContain(WORDS, name, person.toString());
    assertThat(api("/api/cases/" + admission, 404).path("code").asText()).isEqualTo("case-unknown");
  }

  @Test
  void nobody_but_an_operator_sees_it_or_lets_it_be_tried_again() {
    String admission = paid();
    giveUp(admission);
    var id = UUID.fromString(only(admission).id());

    for (Office office : List.of(Office.AUDITOR, Office.CHAIR, Office.SECRETARY)) {
      var officer = staff.holder(office);
      refused(() -> incidents.list(officer, 0, 10), "not-allowed");
      refused(() -> incidents.count(officer), "not-allowed");
      refused(() -> incidents.retry(officer, id), "not-allowed");
      assertThat(incidents.open(officer, List.of(id.toString()))).isEmpty();
      assertThat(notices.list(officer, 0, 100)).noneMatch(it -> it.about().equals(id.toString()));
    }
    assertThat(only(admission).id()).isEqualTo(id.toString());
    assertThat(retries(admission)).isEmpty();
    refused(() -> incidents.retry(operator, UUID.randomUUID()), "incident-unknown");
  }

  private interface Deed {
    Object done();
  }

  private static void refused(Deed deed, String code) {
    assertThatThrownBy(deed::done)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  /** An admission that only waits for its step to be run. */
  private String paid() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
    steps.breakDown(STEP, new IllegalStateException(WORDS));
    assertThatThrownBy(() -> staff.pay(admission, "100.00", "300.00")).hasMessageContaining(WORDS);
    return admission;
  }

  /** Tries until the service itself would try no more. */
  private void giveUp(String admission) {
    int tries = 0;
    while (of(admission).isEmpty()) {
      assertThat(tries++).as("attempts").isLessThan(6);
      rest(admission);
      assertThatThrownBy(() -> jobs.runDue(admission)).hasMessageContaining(WORDS);
    }
    assertThat(jobs.runDue(admission)).isZero();
  }

  private Duration pause(String admission) {
    var due =
        sql.sql("select duedate_ from act_ru_job where process_instance_id_ = ?")
            .param(admission)
            .query(Timestamp.class)
            .single();
    return Duration.between(clock.now(), due.toInstant());
  }

  /** Until the next try, without waiting for it. */
  private void rest(String admission) {
    sql.sql("update act_ru_job set duedate_ = null where process_instance_id_ = ?")
        .param(admission)
        .update();
  }

  private List<Incident> of(String admission) {
    return incidents.list(operator, 0, 100).stream()
        .filter(it -> it.caseId().equals(admission))
        .toList();
  }

  private Incident only(String admission) {
    assertThat(of(admission)).hasSize(1);
    return of(admission).get(0);
  }

  private List<CaseRecord> retries(String admission) {
    return records.of(admission).stream().filter(it -> it.kind() == RecordKind.RETRIED).toList();
  }

  private boolean told(Incident incident) {
    return notices.list(operator, 0, 10).stream()
        .anyMatch(
            it ->
                it.kind() == Notice.Kind.STEP_FAILED
                    && it.about().equals(incident.id())
                    && it.path().equals("/incidents#" + incident.id()));
  }

  /** As the health of the service tells. */
  private long standing() throws Exception {
    var steps = api("/actuator/health", 200).path("components").path("steps");
    assertThat(steps.path("status").asText()).isEqualTo("UP");
    return steps.path("details").path("incidents").asLong();
  }

  private boolean inRest(Incident incident) throws Exception {
    for (JsonNode it : api("/api/incidents?limit=100", 200).path("incidents")) {
      if (it.path("id").asText().equals(incident.id())) {
        return true;
      }
    }
    return false;
  }

  private String page() throws Exception {
    var answer =
        doors.knock(
            new Door(HttpMethod.GET, "/incidents"),
            Map.of(),
            doors.signIn(login(operator.person()), PASSWORD));
    assertThat(answer.getResponse().getStatus()).isEqualTo(200);
    return answer.getResponse().getContentAsString();
  }

  private JsonNode retry(Incident incident, int status) throws Exception {
    return answer(HttpMethod.POST, "/api/incidents/" + incident.id() + "/retry", status);
  }

  private JsonNode api(String path, int status) throws Exception {
    return answer(HttpMethod.GET, path, status);
  }

  private JsonNode answer(HttpMethod method, String path, int status) throws Exception {
    var answer = doors.knock(new Door(method, path), Map.of(), token).getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
    return JSON.readTree(answer.getContentAsByteArray());
  }

  private long kept(String table, String column) {
    return sql.sql("select count(*) from %s where %s like :words".formatted(table, column))
        .param("words", "%" + WORDS + "%")
        .query(Long.class)
        .single();
  }

  private static String login(PersonId person) {
    return "op-" + person.toString().substring(0, 13);
  }
}

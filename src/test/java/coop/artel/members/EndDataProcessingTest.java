package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.documents.Documents;
import coop.artel.meetings.Questions.Choice;
import coop.artel.notary.Exports;
import coop.artel.notary.Policies;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notary.Verifier;
import coop.artel.people.NameIndex;
import coop.artel.people.People;
import coop.artel.people.PersonErased;
import coop.artel.people.Remains;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.DataFolder;
import coop.artel.values.PersonId;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Comments;
import coop.artel.workflow.Drafts;
import coop.artel.workflow.FlowCoverage;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Task;
import coop.artel.workflow.Tasks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the data of whoever consents no longer. */
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndDataProcessingTest {
  static final Set<String> MODELS = Set.of("end-data-processing");

  private static final String GROUND = "Приём не состоялся, хранить больше не на чем";
  private static final String PASSPORT = "0777 654321";

  /** Everything that one applicant says, or others say of this applicant. */
  private static final Map<String, Object> SAID =
      Map.of(
          "familyName", "Незабытов",
          "givenName", "Евстигней",
          "patronymic", "Пантелеймонович",
          "born", "1931-07-29",
          "address", "г. Кимры, ул. Незабвенная, д. 77",
          "phone", "+7 999 765-43-21",
          "email", "nezabytov@example.org");

  private static final List<String> PERSONAL =
      List.of(
          "Незабытов",
          "Евстигней",
          "Пантелеймонович",
          "1931-07-29",
          "29.07.1931",
          "29 июля 1931",
          "Незабвенная",
          "765-43-21",
          "9997654321",
          "nezabytov",
          "654321");

  @Autowired private ApplicationContext house;
  @Autowired private FlowCoverage coverage;
  @Autowired private Fates fates;
  @Autowired private People people;
  @Autowired private Records records;
  @Autowired private Exports exports;
  @Autowired private Policies policies;
  @Autowired private Memberships memberships;
  @Autowired private Tasks tasks;
  @Autowired private JdbcClient sql;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DataFolder folder;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @AfterAll
  void every_activity_and_flow_of_this_model_was_passed() {
    assertThat(coverage.neverPassedIn(MODELS)).isEmpty();
  }

  @Test
  void the_secretary_has_thirty_days_from_the_withdrawal_and_tells_the_ground_of_keeping() {
    var received = staff.apply(Map.of());
    var today = staff.today();
    String caseId = withdrawn(received);

    Task task = staff.waiting(caseId, "account-for-data");
    assertThat(task.due()).isAfterOrEqualTo(today.plusDays(30)).isBefore(today.plusDays(45));
    assertThat(task.groups()).containsExactly(staff.cooperative().id() + ":secretary");
    assertThatThrownBy(() -> account(caseId, Map.of("fate", "keep")))
        .isInstanceOf(FormInvalid.class);
    account(caseId, Map.of("fate", "keep", "ground", "152-ФЗ, ст. 6: хранится пять лет"));

    assertThat(staff.outcome(caseId)).isEqualTo("data-accounted-for");
    assertThat(fates.of(caseId))
        .last()
        .satisfies(it -> assertThat(it.value().toString()).startsWith("152-ФЗ"));
  }

  @Test
  void what_a_second_person_destroys_is_nowhere_and_every_proof_still_holds() throws Exception {
    var received = staff.apply(SAID);
    String admission = received.caseId();
    var person = personOf(received);
    staff.verifyIdentity(admission, "paper", PASSPORT);
    var secretary = staff.holder(Office.SECRETARY);
    house
        .getBean(Comments.class)
        .onCase(secretary, admission, "Незабытов звонил, родился 29 июля 1931");
    String caseId = withdrawn(received);
    draft(secretary, caseId, "Незабытову возразить нечего");
    assertThat(remains())
        .contains(
            "people.persons.family_name",
            "people.consents.content",
            "documents.documents.content",
            "law.decisions.content",
            "workflow.comments.content",
            "workflow.drafts.content",
            "notary.records.opening");
    assertThat(house.getBean(NameIndex.class).find("незабытов")).containsExactly(person);

    account(caseId, Map.of("fate", "destroy", "ground", GROUND));
    staff.complete(
        staff.holder(Office.CHAIR), caseId, "approve-destruction", Map.of("decision", "destroy"));

    assertThat(staff.outcome(caseId)).isEqualTo("data-destroyed");
    assertThat(remains()).isEmpty();
    assertThat(house.getBean(NameIndex.class).find("незабытов")).isEmpty();
    assertThat(people.nameOf(person)).isEmpty();
    assertThatThrownBy(() -> people.find(person)).isInstanceOf(PersonErased.class);
    assertThat(house.getBean(Accounts.class).byToken(received.token())).isEmpty();
    assertThat(house.getBean(Documents.class).of(admission))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.erased()).isTrue());
    assertThat(fates.of(caseId))
        .extracting(Answers.Answer::value)
        .as("the ground outlives the data")
        .contains(GROUND);
    for (String about : List.of(admission, caseId)) {
      assertThat(records.of(about))
          .anySatisfy(it -> assertThat(it.kind()).isEqualTo(RecordKind.ERASURE));
      assertProved(about);
    }
  }

  @Test
  void a_members_data_are_destroyed_only_after_the_membership_has_ended() throws Exception {
    var received = staff.apply(SAID);
    String admission = received.caseId();
    var person = personOf(received);
    staff.verifyIdentity(admission, "paper", "0778 654321");
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
    staff.pay(admission, "100.00", "300.00");
    assertThat(staff.outcome(admission)).isEqualTo("member-admitted");
    String caseId = withdrawn(received);
    assertRefused(caseId, "erasure-of-member");

    var cooperative = staff.cooperative().id();
    transaction.executeWithoutResult(
        status -> memberships.end(cooperative, person, staff.today(), "заявление о выходе"));
    assertRefused(caseId, "erasure-of-member");
    staff.moveClockTo(staff.today().plusDays(1), caseId);
    account(caseId, Map.of("fate", "destroy", "ground", GROUND));
    staff.complete(
        staff.holder(Office.CHAIR), caseId, "approve-destruction", Map.of("decision", "destroy"));

    assertThat(remains()).isEmpty();
    assertThat(memberships.all(cooperative)).anyMatch(line -> line.person().equals(person));
    assertProved(admission);
    assertProved(caseId);
  }

  @Test
  void nobody_approves_the_own_proposal_and_what_comes_back_says_why() {
    String caseId = withdrawn(staff.apply(Map.of()));
    var secretary = staff.holder(Office.SECRETARY);
    account(caseId, Map.of("fate", "destroy", "ground", GROUND));
    var chair = staff.holder(Office.CHAIR);
    var both =
        new Caller(
            secretary.person(),
            secretary.name(),
            Map.of(staff.cooperative().id(), Set.of(Office.SECRETARY, Office.COUNCIL)),
            Set.of());
    assertThatThrownBy(
            () ->
                staff.complete(both, caseId, "approve-destruction", Map.of("decision", "destroy")))
        .isInstanceOf(SecondPersonNeeded.class);
    tasks.release(both, staff.waiting(caseId, "approve-destruction").id());
    assertThatThrownBy(
            () ->
                staff.complete(chair, caseId, "approve-destruction", Map.of("decision", "return")))
        .isInstanceOf(FormInvalid.class);

    staff.complete(
        chair,
        caseId,
        "approve-destruction",
        Map.of("decision", "return", "note", "Сначала вернём взнос"));

    var again = staff.waiting(caseId, "account-for-data");
    assertThat(tasks.form(secretary, again.id()).values())
        .containsEntry("returned", "Сначала вернём взнос");
  }

  @Test
  void data_that_are_still_needed_are_not_destroyed() {
    var received = staff.apply(Map.of());
    var person = personOf(received);
    String caseId = withdrawn(received);
    var cooperative = staff.cooperative().id();
    var offices = house.getBean(Offices.class);
    var tomorrow = staff.today().plusDays(1);

    transaction.executeWithoutResult(
        status -> {
          offices.entrust(cooperative, Office.ACCOUNTANT, person, tomorrow, null);
          assertRefused(caseId, "erasure-of-officer");
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(
        status -> {
          house
              .getBean(Accounts.class)
              .open(person, "nezabytov", "a long password", Set.of(PlatformRole.LAWYER));
          assertRefused(caseId, "erasure-of-officer");
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(
        status -> {
          house
              .getBean(WithdrawnConsents.class)
              .begin(
                  staff.holder(Office.SECRETARY),
                  house.getBean(Dossiers.class).find(received.application()).orElseThrow(),
                  staff.today());
          assertRefused(caseId, "erasure-case-open");
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(
        status -> {
          house
              .getBean(Dossiers.class)
              .add(UUID.randomUUID(), CooperativeId.random(), person, staff.today(), null, null);
          assertRefused(caseId, "erasure-known-elsewhere");
          status.setRollbackOnly();
        });
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        house
                            .getBean(Erasures.class)
                            .demandPossible(person, cooperative, caseId, person)))
        .isInstanceOfSatisfying(
            ErasureRefused.class, it -> assertThat(it.code()).isEqualTo("erasure-of-own-data"));
    assertThat(people.nameOf(person)).isPresent();
  }

  private void assertRefused(String caseId, String code) {
    assertThatThrownBy(() -> account(caseId, Map.of("fate", "destroy", "ground", GROUND)))
        .isInstanceOfSatisfying(ErasureRefused.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private void account(String caseId, Map<String, ?> values) {
    staff.complete(staff.holder(Office.SECRETARY), caseId, "account-for-data", values);
  }

  private void draft(Caller caller, String caseId, String ground) {
    var task = staff.waiting(caseId, "account-for-data");
    tasks.claim(caller, task.id());
    house.getBean(Drafts.class).save(caller, task.id(), Map.of("ground", ground));
  }

  private Set<String> remains() throws Exception {
    var owner = house.getBean(Flyway.class).getConfiguration().getDataSource();
    return new Remains(new JdbcTemplate(owner), folder).places(PERSONAL);
  }

  private void assertProved(String caseId) throws IOException {
    var out = new ByteArrayOutputStream();
    exports.write(caseId, out);
    var verdict =
        Verifier.verify(out.toByteArray(), policies.text().getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.result()).as("%s", verdict.lines()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.lines()).anyMatch(line -> line.key().equals("told.erased"));
  }

  private String withdrawn(Applications.Received received) {
    staff
        .applications()
        .withdrawConsentOnPaper(
            staff.holder(Office.SECRETARY), received.application(), staff.today());
    return begunAbout(personOf(received));
  }

  private PersonId personOf(Applications.Received received) {
    return house
        .getBean(Dossiers.class)
        .find(received.application())
        .map(Dossier::person)
        .orElseThrow();
  }

  private String begunAbout(PersonId person) {
    return sql.sql("select id from workflow.cases where process = ? and subject = ?")
        .params("end-data-processing", person.value())
        .query(String.class)
        .single();
  }
}

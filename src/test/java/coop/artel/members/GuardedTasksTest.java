package coop.artel.members;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.Deeds;
import coop.artel.access.Substitutions;
import coop.artel.law.Outcome;
import coop.artel.meetings.Questions.Choice;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.values.Ground;
import coop.artel.values.Refusal;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Jobs;
import coop.artel.workflow.OverrideUnexplained;
import coop.artel.workflow.Overrides;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskForbiddenByLaw;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the law forbids to complete, and what two persons do all the same. */
@House
class GuardedTasksTest {
  private static final Map<String, Object> UNSIGNED = Map.of("matches", true, "signing", "none");
  private static final String REASON = "Подлинник сгорел, подпись видели двое";

  @Autowired private ApplicationContext house;
  @Autowired private Tasks tasks;
  @Autowired private Overrides overrides;
  @Autowired private Deeds deeds;
  @Autowired private Substitutions substitutions;
  @Autowired private Records records;
  @Autowired private NoticeBoard notices;
  @Autowired private Memberships memberships;
  @Autowired private Corrections corrections;
  @Autowired private Jobs jobs;
  @Autowired private JdbcClient sql;
  private Staff staff;
  private Caller secretary;
  private Caller chair;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
    secretary = staff.holder(Office.SECRETARY);
    chair = staff.holder(Office.CHAIR);
  }

  @Test
  void an_application_is_not_signed_by_saying_so() {
    var task = unsigned();
    long found = signings(task);

    assertThatThrownBy(() -> tasks.complete(secretary, task.id(), UNSIGNED))
        .isInstanceOfSatisfying(
            TaskForbiddenByLaw.class,
            it -> {
              assertThat(it.decision().question()).isEqualTo("signing");
              assertThat(it.decision().outcome()).isEqualTo(Outcome.MISSING);
              assertThat(it.arguments().get(0).toString())
                  .contains("3085-1, ст. 10(1)", "63-ФЗ, ст. 6(2)");
            });

    assertThat(staff.waiting(task.caseId(), "obtain-signature").id()).isEqualTo(task.id());
    assertThat(signings(task)).isEqualTo(found);
    assertThat(kinds(task.caseId())).doesNotContain(RecordKind.OVERRIDE);
  }

  @Test
  void two_persons_complete_it_all_the_same_and_the_record_names_both() {
    var task = unsigned();

    var deed = overrides.propose(secretary, task.id(), UNSIGNED, REASON);

    assertThat(staff.waiting(task.caseId(), "obtain-signature").id()).isEqualTo(task.id());
    refused("same-person", () -> deeds.approve(deed.id(), secretary));
    refused("deed-unknown", () -> deeds.approve(deed.id(), staff.holder(Office.AUDITOR)));
    assertThat(told(chair, Notice.Kind.DEED_WAITING)).contains(deed.id().toString());

    deeds.approve(deed.id(), chair);

    assertThat(staff.path(task.caseId())).contains("collect-votes");
    assertThat(tasks.ofCase(task.caseId())).isEmpty();
    var record = record(task.caseId(), RecordKind.OVERRIDE);
    assertThat(record.actor()).isNull();
    assertThat(record.members())
        .containsEntry("activity", "obtain-signature")
        .containsEntry("question", "signing")
        .containsEntry("outcome", "missing")
        .containsEntry("deed", deed.id().toString())
        .containsKeys("decisions", "proposedBy", "approvedBy")
        .doesNotContainKeys("reason", "proposedFor");
    assertThat(record.members().get("article").toString()).contains("63-ФЗ, ст. 6(2)");
    assertThat(record.members().get("proposedBy"))
        .isNotEqualTo(record.members().get("approvedBy"))
        .isNotEqualTo(secretary.person().toString());
    assertThat(records.of(task.caseId()))
        .filteredOn(it -> it.kind() == RecordKind.COMPLETED)
        .filteredOn(it -> "obtain-signature".equals(it.members().get("activity")))
        .singleElement()
        .satisfies(it -> assertThat(it.actor()).isEqualTo(secretary.person()))
        .satisfies(
            it ->
                assertThat(it.members().get("decisions"))
                    .isEqualTo(record.members().get("decisions")));
    assertThat(overrides.of(task.caseId()))
        .extracting(Answers.Answer::what, Answers.Answer::value)
        .contains(
            org.assertj.core.groups.Tuple.tuple("override-reason", REASON),
            org.assertj.core.groups.Tuple.tuple("override-approved-by", chair.name()));
    assertThat(told(secretary, Notice.Kind.DEED_APPROVED)).contains(deed.id().toString());
    staff.vote(task.caseId(), Choice.FOR);
    assertThat(staff.path(task.caseId())).contains("send-notice");
  }

  @Test
  void a_refused_override_leaves_the_task_open_and_tells_who_proposed_it() {
    var task = unsigned();
    var deed = overrides.propose(secretary, task.id(), UNSIGNED, REASON);

    deeds.reject(deed.id(), chair, "Пусть подпишет");

    assertThat(staff.waiting(task.caseId(), "obtain-signature").id()).isEqualTo(task.id());
    assertThat(record(task.caseId(), RecordKind.DEED_REJECTED).members())
        .containsEntry("kind", Overrides.DEED);
    assertThat(told(secretary, Notice.Kind.DEED_REJECTED)).contains(deed.id().toString());
    assertThat(overrides.of(task.caseId())).isEmpty();
    assertThat(overrides.propose(secretary, task.id(), UNSIGNED, REASON).open()).isTrue();
  }

  @Test
  void what_is_completed_lawfully_meanwhile_needs_no_override_any_more() {
    var task = unsigned();
    var deed = overrides.propose(secretary, task.id(), UNSIGNED, REASON);

    tasks.complete(secretary, task.id(), signed());

    assertThat(overrides.waiting(task)).isEmpty();
    refused("deed-superseded", () -> deeds.approve(deed.id(), chair));
    assertThat(kinds(task.caseId())).doesNotContain(RecordKind.OVERRIDE);
  }

  @Test
  void an_override_ends_with_a_case_that_is_withdrawn() {
    var received = staff.apply(Map.of());
    var task = unsigned(received.caseId());
    var deed = overrides.propose(secretary, task.id(), UNSIGNED, REASON);

    staff.applications().withdraw(staff.applicant(received), received.application());

    assertThat(staff.outcome(received.caseId())).isNotNull();
    refused("deed-superseded", () -> deeds.approve(deed.id(), chair));
    for (var concerned : List.of(secretary, chair)) {
      assertThat(told(concerned, Notice.Kind.DEED_SUPERSEDED)).contains(deed.id().toString());
    }
  }

  @Test
  void a_task_that_went_to_somebody_else_is_not_completed_under_their_hands() {
    var task = unsigned();
    var deed = overrides.propose(secretary, task.id(), UNSIGNED, REASON);
    tasks.release(secretary, task.id());

    refused("override-task-gone", () -> deeds.approve(deed.id(), chair));

    assertThat(deeds.newest(Overrides.DEED, task.id()).filter(Deed::open)).isPresent();
    tasks.claim(secretary, task.id());
    deeds.approve(deed.id(), chair);
    assertThat(tasks.ofCase(task.caseId())).isEmpty();
  }

  @Test
  void what_the_law_does_not_forbid_needs_no_second_person() {
    var task = unsigned();

    refused("override-not-needed", () -> overrides.propose(secretary, task.id(), signed(), REASON));
    refused(
        "form-invalid",
        () -> overrides.propose(secretary, task.id(), Map.of("signing", "blood"), REASON));
    refused("task-held", () -> overrides.propose(deputyOfNobody(), task.id(), UNSIGNED, REASON));
  }

  @Test
  void an_override_is_explained() {
    var task = unsigned();

    for (String reason : List.of("", " \n", "я".repeat(1001))) {
      assertThatExceptionOfType(OverrideUnexplained.class)
          .isThrownBy(() -> overrides.propose(secretary, task.id(), UNSIGNED, reason))
          .satisfies(it -> assertThat(it.decision().outcome()).isEqualTo(Outcome.MISSING));
    }
    assertThat(overrides.waiting(task)).isEmpty();
  }

  @Test
  void one_override_waits_at_a_time() {
    var task = unsigned();
    overrides.propose(secretary, task.id(), UNSIGNED, REASON);

    refused("deed-waiting", () -> overrides.propose(secretary, task.id(), UNSIGNED, REASON));
  }

  @Test
  void what_was_proposed_is_never_changed() {
    overrides.propose(secretary, unsigned().id(), UNSIGNED, REASON);

    for (String change :
        List.of("update workflow.overrides set task = task", "delete from workflow.overrides")) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void whoever_the_signature_does_not_match_is_told_so_without_asking_about_a_signature() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "none");

    staff.findMismatch(admission, "obtain-signature", "data", "В паспорте Иван");

    assertThat(staff.waiting(admission, "complete-application").caseId()).isEqualTo(admission);
  }

  @Test
  void the_day_of_membership_is_corrected_to_none_that_the_law_gives_nobody() {
    long number = member();
    var line = memberships.numbered(staff.cooperative().id(), number).orElseThrow();
    var earlier = line.since().minusDays(3);
    var proposed = correct(number, earlier);
    var task = staff.waiting(proposed, "approve-correction");
    tasks.claim(chair, task.id());

    assertThatThrownBy(() -> tasks.complete(chair, task.id(), Map.of("approval", "approve")))
        .isInstanceOfSatisfying(
            TaskForbiddenByLaw.class,
            it -> {
              assertThat(it.decision().question()).isEqualTo("entry");
              assertThat(it.decision().outcome()).isEqualTo(Outcome.REFUSED);
              assertThat(it.decision().referenceDate()).isEqualTo(earlier);
              assertThat(it.arguments().get(0).toString()).contains("3085-1, ст. 10(2)");
            });
    assertThat(memberships.numbered(staff.cooperative().id(), number)).contains(line);

    var deed = overrides.propose(chair, task.id(), Map.of("approval", "approve"), REASON);
    refused("same-person", () -> deeds.approve(deed.id(), chair));
    deeds.approve(deed.id(), councillor());
    jobs.runDue(proposed);

    assertThat(staff.outcome(proposed)).isEqualTo("entry-corrected");
    assertThat(memberships.numbered(staff.cooperative().id(), number).orElseThrow().since())
        .isEqualTo(earlier);
    assertThat(kinds(proposed)).contains(RecordKind.OVERRIDE, RecordKind.CORRECTION);
  }

  @Test
  void a_refusal_that_comes_as_late_as_the_approval_takes_it_back() {
    long number = member();
    var line = memberships.numbered(staff.cooperative().id(), number).orElseThrow();
    var proposed = correct(number, line.since().minusDays(3));
    var task = staff.waiting(proposed, "approve-correction");
    tasks.claim(chair, task.id());
    var deed = overrides.propose(chair, task.id(), Map.of("approval", "approve"), REASON);

    var substitution = chairStandsInForTheSecretary();
    try {
      refused("second-person-needed", () -> deeds.approve(deed.id(), councillor()));
    } finally {
      substitutions.end(secretary, staff.cooperative().id(), substitution, staff.today());
    }

    assertThat(overrides.waiting(task)).map(Deed::id).contains(deed.id());
    assertThat(kinds(proposed)).doesNotContain(RecordKind.OVERRIDE);
    assertThat(staff.waiting(proposed, "approve-correction").id()).isEqualTo(task.id());
    deeds.approve(deed.id(), councillor());
    assertThat(kinds(proposed)).contains(RecordKind.OVERRIDE);
  }

  /** The secretary has proposed the correction: now the chair is no second person to it. */
  private UUID chairStandsInForTheSecretary() {
    var cooperative = staff.cooperative().id();
    var asked =
        new Substitutions.Asked(
            Office.SECRETARY,
            secretary.person(),
            chair.person(),
            staff.today(),
            staff.today(),
            new Ground("15-К", staff.today()));
    deeds.approve(
        requireNonNull(substitutions.name(secretary, cooperative, asked)).id(), councillor());
    return substitutions.of(cooperative).stream()
        .filter(it -> it.change().deputy().equals(chair.person()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void a_correction_that_is_sent_back_or_leaves_the_day_alone_is_nobodys_to_forbid() {
    long number = member();
    var since = memberships.numbered(staff.cooperative().id(), number).orElseThrow().since();
    var proposed = correct(number, since.minusDays(3));
    staff.complete(
        chair,
        proposed,
        "approve-correction",
        Map.of("approval", "refuse", "note", "Этого дня закон не даёт"));
    assertThat(staff.outcome(proposed)).isEqualTo("correction-refused");

    var name = correct(number, since, Map.of("givenName", "Пётр"));
    staff.complete(chair, name, "approve-correction", Map.of("approval", "approve"));
    jobs.runDue(name);

    assertThat(staff.outcome(name)).isEqualTo("entry-corrected");
  }

  private long member() {
    var received = staff.apply(Map.of());
    staff.verifyIdentity(received.caseId(), "paper");
    staff.vote(received.caseId(), Choice.FOR);
    staff.sendNotice(received.caseId());
    staff.pay(received.caseId(), "100.00", "300.00");
    return memberships
        .of(staff.cooperative().id(), staff.applicant(received).person(), staff.today())
        .orElseThrow()
        .number();
  }

  private String correct(long number, LocalDate since) {
    return correct(number, since, Map.of());
  }

  private String correct(long number, LocalDate since, Map<String, Object> changes) {
    var cooperative = staff.cooperative().id();
    var sent = new HashMap<>(corrections.draft(secretary, cooperative, number).values());
    sent.put("since", since.toString());
    sent.put("ground", "Выписка из банка");
    sent.putAll(changes);
    return corrections.propose(secretary, cooperative, number, sent).caseId();
  }

  private Caller councillor() {
    return staff.council().stream()
        .filter(it -> !Set.of(chair.person(), secretary.person()).contains(it.person()))
        .findFirst()
        .orElseThrow();
  }

  /** Holds the secretary's office beside the secretary for the test, and not the task. */
  private Caller deputyOfNobody() {
    return new Caller(councillor().person(), "Совет", secretary.offices(), Set.of());
  }

  private Task unsigned() {
    return unsigned(staff.caseOfApplicant());
  }

  /** The task that asks for the signature, in the secretary's hands. */
  private Task unsigned(String caseId) {
    staff.verifyIdentity(caseId, "none");
    var task = staff.waiting(caseId, "obtain-signature");
    tasks.claim(secretary, task.id());
    return task;
  }

  private Map<String, Object> signed() {
    return Map.of(
        "matches",
        true,
        "signing",
        "paper",
        "scanDigest",
        "ab".repeat(32),
        "signedOn",
        staff.today().toString());
  }

  private long signings(Task task) {
    return sql.sql(
            "select count(*) from members.signings join members.applications"
                + " on applications.id = application where case_id = ?")
        .param(task.caseId())
        .query(Long.class)
        .single();
  }

  private List<RecordKind> kinds(String caseId) {
    return records.of(caseId).stream().map(CaseRecord::kind).toList();
  }

  private CaseRecord record(String caseId, RecordKind kind) {
    return records.of(caseId).stream()
        .filter(it -> it.kind() == kind)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private List<String> told(Caller caller, Notice.Kind kind) {
    return notices.list(caller, 0, 100).stream()
        .filter(it -> it.kind() == kind)
        .map(Notice::about)
        .toList();
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}

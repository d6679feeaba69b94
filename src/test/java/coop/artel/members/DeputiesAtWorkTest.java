package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deeds;
import coop.artel.access.Substitutions;
import coop.artel.desk.cases.CaseView;
import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.frame.Languages;
import coop.artel.desk.frame.WordingSource;
import coop.artel.meetings.Questions;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.Exports;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.Ground;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Assignments;
import coop.artel.workflow.Cases;
import coop.artel.workflow.CommentMalformed;
import coop.artel.workflow.Comments;
import coop.artel.workflow.FinishedTasks;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskHeld;
import coop.artel.workflow.TaskUnknown;
import coop.artel.workflow.Tasks;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody does the secretary's work, and everywhere it says for whom. */
@House
class DeputiesAtWorkTest {
  private static final Map<String, Object> UNSIGNED =
      Map.of(
          "documentKind", "passport-rf",
          "documentNumber", "0509 765432",
          "issuedOn", "2010-05-20",
          "issuedBy", "ОВД «Учебный» г. Москвы",
          "matches", true,
          "signing", "none");

  @Autowired private ApplicationContext house;
  @Autowired private Substitutions substitutions;
  @Autowired private Assignments assignments;
  @Autowired private FinishedTasks finished;
  @Autowired private Comments comments;
  @Autowired private Callers callers;
  @Autowired private Offices offices;
  @Autowired private Records records;
  @Autowired private Exports exports;
  @Autowired private Corrections corrections;
  @Autowired private Memberships memberships;
  @Autowired private People people;
  @Autowired private Tasks tasks;
  @Autowired private Cases cases;
  @Autowired private Deeds deeds;
  @Autowired private CaseViews views;
  @Autowired private WordingSource wordings;
  private Staff staff;
  private Caller secretary;
  private PersonId boris;

  @BeforeEach
  void the_secretary_goes_on_leave() {
    staff = new Staff(house);
    secretary = staff.holder(Office.SECRETARY);
    boris = PersonId.random();
    people.register(new Person(boris, "Бойко", "Борис", null, null, null, null, null, null));
    var past = staff.today().minusDays(90);
    offices.entrust(staff.cooperative().id(), Office.ACCOUNTANT, boris, past, past);
    var asked =
        new Substitutions.Asked(
            Office.SECRETARY,
            secretary.person(),
            boris,
            staff.today(),
            staff.today().plusDays(13),
            new Ground("15-К", staff.today()));
    var deed = substitutions.name(secretary, staff.cooperative().id(), asked);
    deeds.approve(deed.id(), staff.holder(Office.CHAIR));
  }

  /** The house is others' too. */
  @AfterEach
  void the_secretary_is_back() {
    if (deputy().serves(staff.cooperative().id())) {
      end();
    }
  }

  @Test
  void the_deputy_does_the_secretarys_tasks_and_the_record_names_both() {
    var caseId = staff.caseOfApplicant();
    staff.verifyIdentity(caseId, "paper");
    staff.vote(caseId, Questions.Choice.FOR);
    var task = staff.waiting(caseId, "send-notice");
    assertThat(tasks.find(deputy(), task.id())).isEqualTo(task);

    var receipt =
        staff.complete(
            deputy(),
            caseId,
            "send-notice",
            Map.of("sentOn", staff.today().toString(), "means", "email"));

    var record = record(caseId, receipt.number());
    assertThat(record.actor()).isEqualTo(boris);
    assertThat(record.members().get("deputyFor").toString()).matches("[0-9a-f]{64}");
    var activity =
        cases.activities(caseId).stream()
            .filter(it -> it.activity().equals("send-notice"))
            .findFirst()
            .orElseThrow();
    assertThat(activity.actor()).isEqualTo(boris);
    assertThat(activity.doneFor()).isEqualTo(secretary.person());
    assertThat(finished.by(deputy(), 0, 1).get(0).doneFor()).isEqualTo(secretary.person());
    assertThat(finished.by(secretary, 0, 1).get(0).doneFor()).isNull();
    assertThat(told(caseId, Languages.RUSSIAN))
        .contains("Бойко Борис за\u00a0Соколову Анну Петровну");
    assertThat(told(caseId, Locale.ENGLISH)).contains("Бойко Борис for Соколова Анна Петровна");
  }

  @Test
  void an_export_names_the_officer_by_the_pseudonym_that_the_officers_own_steps_have()
      throws Exception {
    var caseId = staff.caseOfApplicant();
    staff.verifyIdentity(caseId, "paper");
    staff.vote(caseId, Questions.Choice.FOR);
    var receipt =
        staff.complete(
            deputy(),
            caseId,
            "send-notice",
            Map.of("sentOn", staff.today().toString(), "means", "email"));

    var exported = exported(caseId);

    var own =
        exported.values().stream()
            .filter(it -> "verify-identity".equals(members(it).get("activity")))
            .findFirst()
            .orElseThrow();
    var deputys = exported.get(receipt.number());
    assertThat(members(deputys).get("deputyFor")).isEqualTo(own.get("actor"));
    assertThat(deputys.get("actor")).isNotEqualTo(own.get("actor"));
    assertThat(members(own)).doesNotContainKey("deputyFor");
    assertThat(deputys.toString()).doesNotContain(boris.toString(), secretary.person().toString());
  }

  @Test
  void what_the_secretary_has_in_hand_is_taken_over_with_a_reason_and_comes_back_at_the_end() {
    var task = staff.waiting(staff.caseOfApplicant(), "verify-identity");
    tasks.claim(secretary, task.id());
    assertThatExceptionOfType(TaskHeld.class).isThrownBy(() -> tasks.claim(deputy(), task.id()));
    assertThatExceptionOfType(CommentMalformed.class)
        .isThrownBy(() -> assignments.takeOver(deputy(), task.id(), "  "));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> assignments.assign(deputy(), task.id(), boris))
        .satisfies(it -> assertThat(it.code()).isEqualTo("take-over-instead"));
    assertThat(holder(task)).isEqualTo(secretary.person());

    assignments.takeOver(deputy(), task.id(), "Заявитель пришёл сегодня");

    assertThat(holder(task)).isEqualTo(boris);
    var given = assignments.of(staff.holder(Office.CHAIR), task.id()).get(0);
    assertThat(given.heldBy()).isEqualTo(secretary.person());
    assertThat(given.assignedFor()).isEqualTo(secretary.person());
    assertThat(given.reason()).isEqualTo("Заявитель пришёл сегодня");
    var series = records.of(task.caseId());
    var record = series.get(series.size() - 1);
    assertThat(record.kind()).isEqualTo(RecordKind.TAKEN_OVER);
    assertThat(record.actor()).isEqualTo(boris);
    assertThat(record.members())
        .containsEntry("activity", "verify-identity")
        .containsKey("deputyFor")
        .doesNotContainKey("reason");

    end();
    assertThat(holder(task)).isEqualTo(secretary.person());
    assertThatExceptionOfType(TaskUnknown.class)
        .isThrownBy(() -> tasks.complete(deputy(), task.id(), UNSIGNED));
    assertThat(tasks.complete(secretary, task.id(), UNSIGNED).number()).isPositive();
  }

  @Test
  void why_a_task_was_taken_over_goes_with_the_data_of_whom_the_case_is_about() {
    var task = staff.waiting(staff.caseOfApplicant(), "verify-identity");
    tasks.claim(secretary, task.id());
    assignments.takeOver(deputy(), task.id(), "Заявитель пришёл сегодня");
    var subject =
        house
            .getBean(JdbcClient.class)
            .sql("select subject from workflow.cases where id = ?")
            .param(task.caseId())
            .query(UUID.class)
            .single();

    house
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              people.erase(new PersonId(subject));
              assertThat(assignments.of(staff.holder(Office.CHAIR), task.id()))
                  .singleElement()
                  .satisfies(it -> assertThat(it.reason()).isNull());
              status.setRollbackOnly();
            });
  }

  @Test
  void nobody_takes_over_what_is_not_the_officers_they_stand_in_for() {
    var task = staff.waiting(staff.caseOfApplicant(), "verify-identity");
    for (Caller other : List.of(deputy(), staff.holder(Office.CHAIR), secretary)) {
      assertThatExceptionOfType(TaskUnknown.class)
          .isThrownBy(() -> assignments.takeOver(other, task.id(), "Надо"));
    }
    tasks.claim(deputy(), task.id());
    assertThatExceptionOfType(TaskUnknown.class)
        .isThrownBy(() -> assignments.takeOver(deputy(), task.id(), "Надо"));
  }

  @Test
  void who_stands_in_is_told_of_it_and_of_its_early_end() {
    var notices = house.getBean(NoticeBoard.class);
    assertThat(notices.list(deputy(), 0, 10))
        .anySatisfy(
            it -> {
              assertThat(it.kind()).isEqualTo(Notice.Kind.DEPUTY_NAMED);
              assertThat(it.subject()).isEqualTo("office.secretary");
              assertThat(it.path()).startsWith("/account#");
            })
        .noneMatch(it -> it.kind() == Notice.Kind.DEPUTY_ENDED);

    end();

    assertThat(notices.list(deputy(), 0, 1))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Notice.Kind.DEPUTY_ENDED));
    assertThat(notices.current(deputy(), notices.list(deputy(), 0, 1))).hasSize(1);
  }

  @Test
  void remarks_and_papers_say_for_whom() {
    var caseId = staff.caseOfApplicant();
    comments.onCase(deputy(), caseId, "Позвонил");
    assertThat(comments.of(secretary, caseId).get(0).writtenFor()).isEqualTo(secretary.person());
    comments.onCase(secretary, caseId, "Спасибо");
    assertThat(comments.of(secretary, caseId).get(1).writtenFor()).isNull();
  }

  @Test
  void the_secretary_approves_no_correction_that_the_deputy_proposed_for_the_secretary() {
    var cooperative = staff.cooperative().id();
    var member =
        new Person(PersonId.random(), "Попраккина", "Зоя", null, null, null, null, null, null);
    people.register(member);
    long number =
        memberships
            .enter(cooperative, member.id(), staff.today().minusDays(40), "протокол № 2")
            .number();
    var draft = corrections.draft(deputy(), cooperative, number);
    var sent = new HashMap<String, Object>(draft.values());
    sent.replaceAll((key, value) -> value.toString());
    sent.put("familyName", "Поправкина");
    sent.put("ground", "Паспорт");
    var proposed = corrections.propose(deputy(), cooperative, number, sent);
    assertThat(proposed.proposedFor()).isEqualTo(secretary.person());
    var task = staff.waiting(proposed.caseId(), "approve-correction");
    boolean sits = staff.council().stream().anyMatch(it -> it.person().equals(secretary.person()));
    if (!sits) {
      offices.entrust(cooperative, Office.COUNCIL, secretary.person(), staff.today(), null);
    }
    var both = callers.of(secretary.person());
    tasks.claim(both, task.id());

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> tasks.complete(both, task.id(), Map.of("approval", "approve")))
        .satisfies(it -> assertThat(it.code()).isEqualTo("second-person-needed"));

    tasks.release(both, task.id());
    if (!sits) {
      offices.end(cooperative, Office.COUNCIL, secretary.person(), staff.today(), "проба");
    }
    staff.complete(
        staff.holder(Office.CHAIR),
        proposed.caseId(),
        "approve-correction",
        Map.of("approval", "refuse", "note", "Проба"));
  }

  /** Who did something, as the page of the case says it. */
  private List<String> told(String caseId, Locale language) {
    return views.view(cases.find(secretary, caseId), wordings.in(language)).history().stream()
        .map(CaseView.Line::actor)
        .filter(Objects::nonNull)
        .toList();
  }

  private Caller deputy() {
    return callers.of(boris);
  }

  private void end() {
    var cooperative = staff.cooperative().id();
    var id =
        substitutions.of(cooperative).stream()
            .filter(it -> it.change().deputy().equals(boris))
            .findFirst()
            .orElseThrow()
            .id();
    substitutions.end(secretary, cooperative, id, staff.today());
  }

  private PersonId holder(Task task) {
    return tasks.find(secretary, task.id()).assignee();
  }

  private CaseRecord record(String caseId, long number) {
    return records.of(caseId).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Map<String, Object> record) {
    return (Map<String, Object>) record.get("members");
  }

  /** The records of an export by their numbers. */
  private Map<Long, Map<String, Object>> exported(String caseId) throws Exception {
    var file = new ByteArrayOutputStream();
    exports.write(caseId, file);
    return ExportedFiles.in(file.toByteArray(), "records/");
  }
}

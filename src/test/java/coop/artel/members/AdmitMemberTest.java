package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Deeds;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.law.Outcome;
import coop.artel.law.ScriptedLaw;
import coop.artel.meetings.Questions.Choice;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.publishing.PublishEditionTest;
import coop.artel.registry.Memberships;
import coop.artel.registry.Office;
import coop.artel.workflow.FlowCoverage;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Overrides;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskAlreadyDone;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the model of admission, on real parts. */
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmitMemberTest {
  @Autowired private ApplicationContext house;
  @Autowired private FlowCoverage coverage;
  @Autowired private ScriptedLaw law;
  @Autowired private Memberships memberships;
  @Autowired private Records records;
  @Autowired private Tasks tasks;
  @Autowired private Overrides overrides;
  @Autowired private Deeds deeds;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @AfterAll
  void every_activity_and_flow_of_the_models_was_passed() {
    assertThat(coverage.size()).isGreaterThan(100);
    var elsewhere = new HashSet<>(ImportRegisterTest.MODELS);
    elsewhere.addAll(EndDataProcessingTest.MODELS);
    elsewhere.addAll(PublishEditionTest.MODELS);
    assertThat(coverage.neverPassedBut(elsewhere)).isEmpty();
  }

  @Test
  void an_adult_who_pays_is_entered_in_the_register() {
    var received = staff.apply(Map.of());
    String admission = received.caseId();

    staff.verifyIdentity(admission, "paper");
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
    staff.pay(admission, "100.00", "300.00");

    assertThat(staff.outcome(admission)).isEqualTo("member-admitted");
    var member =
        memberships.of(staff.cooperative().id(), staff.applicant(received).person(), staff.today());
    assertThat(member).isPresent();
    assertThat(member.orElseThrow().since()).isEqualTo(staff.today());
  }

  @Test
  void every_step_leaves_its_record_and_only_a_persons_task_names_an_actor() {
    String admission = staff.caseOfApplicant();
    var secretary = staff.holder(Office.SECRETARY).person();

    staff.verifyIdentity(admission, "paper");

    var written = records.of(admission);
    assertThat(written).extracting(it -> it.number()).isSorted().startsWith(1L);
    assertThat(written.get(0).kind()).isEqualTo(RecordKind.STARTED);
    assertThat(written)
        .filteredOn(it -> "verify-identity".equals(it.members().get("activity")))
        .singleElement()
        .satisfies(it -> assertThat(it.actor()).isEqualTo(secretary));
    assertThat(written)
        .filteredOn(it -> "check-application".equals(it.members().get("activity")))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.actor()).isNull();
              assertThat(it.members()).containsKeys("decisions", "edition", "model");
            });
  }

  @Test
  void the_applicant_is_asked_for_what_is_missing() {
    var received = staff.apply(Map.of("born", ""));

    staff.complete(
        staff.applicant(received),
        received.caseId(),
        "complete-application",
        Map.of("born", staff.today().minusYears(40).toString(), "pension", true));

    assertThat(staff.waiting(received.caseId(), "verify-identity").groups())
        .containsExactly(staff.cooperative().id() + ":secretary");
  }

  @Test
  void who_leaves_the_application_incomplete_is_reminded_and_the_chair_is_told_after_the_term() {
    var received = staff.apply(Map.of("born", ""));
    String admission = received.caseId();
    var decideBy = staff.waiting(admission, "complete-application").due();
    staff.moveClockTo(decideBy.minusDays(6), admission);
    var secretary = staff.holder(Office.SECRETARY);
    var reminder = staff.waiting(admission, "remind-applicant");
    assertThat(tasks.form(secretary, reminder.id()).values().get("asked").toString())
        .contains("дату рождения");
    staff.complete(
        secretary,
        admission,
        "remind-applicant",
        Map.of("remindedOn", staff.today().toString(), "means", "phone"));
    assertThat(tasks.ofCase(admission)).hasSize(1);

    staff.moveClockTo(decideBy.plusDays(1), admission);
    var chair = staff.holder(Office.CHAIR);
    var overdue = staff.waiting(admission, "take-up-overdue-application");
    assertThat(overdue.due()).isAfter(decideBy.plusDays(1));
    assertThat(tasks.form(chair, overdue.id()).values().get("reminded").toString())
        .contains("по телефону");
    staff.decideOnWaiting(admission, Map.of("decision", "wait", "waitUntil", day(5)));
    assertThat(tasks.ofCase(admission))
        .singleElement()
        .satisfies(it -> assertThat(it.activity()).isEqualTo("complete-application"));
    staff.moveClockTo(staff.today().plusDays(6), admission);
    assertThat(staff.waiting(admission, "take-up-overdue-application").due())
        .isAfterOrEqualTo(staff.today());

    staff.complete(
        staff.applicant(received),
        admission,
        "complete-application",
        Map.of("born", staff.today().minusYears(40).toString()));

    assertThat(tasks.ofCase(admission))
        .singleElement()
        .satisfies(it -> assertThat(it.activity()).isEqualTo("verify-identity"));
  }

  @Test
  void a_secretary_completes_what_came_on_paper() {
    String admission = staff.applyOnPaper(Map.of("born", "")).caseId();

    staff.complete(
        staff.holder(Office.SECRETARY),
        admission,
        "complete-paper-application",
        Map.of("born", staff.today().minusYears(40).toString()));

    staff.waiting(admission, "verify-identity");
  }

  @Test
  void an_application_that_nobody_completes_goes_back_by_the_chairs_word_with_a_letter() {
    var received = staff.apply(Map.of("born", ""));
    String admission = received.caseId();
    var decideBy = staff.waiting(admission, "complete-application").due();
    staff.moveClockTo(decideBy.plusDays(1), admission);
    assertThat(staff.outcome(admission)).isNull();

    staff.decideOnWaiting(admission, Map.of("decision", "return"));

    assertThat(staff.outcome(admission)).isEqualTo("application-returned");
    assertThat(tasks.ofCase(admission)).isEmpty();
    assertThat(
            staff.applications().find(staff.applicant(received), received.application()).status())
        .isEqualTo(Status.RETURNED);
  }

  @Test
  void the_chair_waits_until_a_day_ahead_and_not_for_ever() {
    String admission = staff.apply(Map.of("born", "")).caseId();
    staff.moveClockTo(
        staff.waiting(admission, "complete-application").due().plusDays(1), admission);

    for (String until : List.of("", day(0), day(91))) {
      var values = new HashMap<String, Object>(Map.of("decision", "wait"));
      if (!until.isEmpty()) {
        values.put("waitUntil", until);
      }
      assertThatThrownBy(() -> staff.decideOnWaiting(admission, values))
          .isInstanceOfSatisfying(
              FormInvalid.class,
              it ->
                  assertThat(it.errors())
                      .extracting(Form.FieldError::key)
                      .containsExactly("waitUntil"));
    }
    staff.decideOnWaiting(admission, Map.of("decision", "wait", "waitUntil", day(90)));
  }

  @Test
  void an_application_without_a_signature_waits_for_one() {
    String admission = staff.caseOfApplicant();

    staff.verifyIdentity(admission, "none");
    staff.complete(
        staff.holder(Office.SECRETARY),
        admission,
        "obtain-signature",
        Map.of(
            "matches",
            true,
            "signing",
            "agreement",
            "agreementNumber",
            "ЭП-5",
            "agreementComplete",
            true,
            "agreementDate",
            staff.today().minusDays(3).toString(),
            "signedOn",
            staff.today().toString()));

    assertThat(staff.path(admission)).contains("put-to-council", "collect-votes");
  }

  @Test
  void an_application_that_two_persons_take_for_signed_goes_to_the_council() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "none");
    var secretary = staff.holder(Office.SECRETARY);
    var task = staff.waiting(admission, "obtain-signature");
    tasks.claim(secretary, task.id());

    var deed =
        overrides.propose(
            secretary,
            task.id(),
            Map.of("matches", true, "signing", "none"),
            "Подлинник сгорел, подпись видели двое");
    deeds.approve(deed.id(), staff.holder(Office.CHAIR));

    assertThat(staff.path(admission)).contains("put-to-council", "collect-votes");
  }

  @Test
  void a_child_is_sent_back_by_the_secretary_with_the_article() {
    String admission =
        staff.apply(Map.of("born", staff.today().minusYears(12).toString())).caseId();

    var task = staff.waiting(admission, "return-application");
    var shown = tasks.form(staff.holder(Office.SECRETARY), task.id()).values();
    staff.complete(
        staff.holder(Office.SECRETARY),
        admission,
        "return-application",
        Map.of("decision", "return"));

    assertThat(shown.get("reasons").toString()).contains("3085-1, ст. 7");
    assertThat(staff.outcome(admission)).isEqualTo("application-returned");
  }

  @Test
  void a_slip_in_the_birth_date_is_corrected_and_the_application_goes_on() {
    var received = staff.apply(Map.of("born", staff.today().minusYears(3).toString()));

    staff.complete(
        staff.holder(Office.SECRETARY),
        received.caseId(),
        "return-application",
        Map.of("decision", "correct", "note", "Проверьте год рождения"));
    staff.complete(
        staff.applicant(received),
        received.caseId(),
        "complete-application",
        Map.of("born", staff.today().minusYears(30).toString()));

    staff.waiting(received.caseId(), "verify-identity");
  }

  @Test
  void where_the_law_leaves_the_application_to_a_person_that_person_decides() {
    law.next("admission", Outcome.HUMAN);
    String allowed = staff.caseOfApplicant();
    staff.judge(allowed, true);
    staff.waiting(allowed, "verify-identity");

    law.next("admission", Outcome.HUMAN);
    String refused = staff.caseOfApplicant();
    staff.judge(refused, false);
    staff.waiting(refused, "return-application");
  }

  @Test
  void where_the_law_leaves_the_signature_to_a_person_that_person_decides() {
    law.next("signing", Outcome.HUMAN);
    String allowed = staff.caseOfApplicant();
    staff.verifyIdentity(allowed, "paper");
    staff.judge(allowed, true);
    assertThat(staff.path(allowed)).contains("collect-votes");

    law.next("signing", Outcome.HUMAN);
    String refused = staff.caseOfApplicant();
    staff.verifyIdentity(refused, "paper");
    staff.judge(refused, false);
    staff.waiting(refused, "return-application");
  }

  @Test
  void a_signature_that_the_law_refuses_sends_the_application_back() {
    law.next("signing", Outcome.REFUSED);
    String admission = staff.caseOfApplicant();

    staff.verifyIdentity(admission, "paper");

    staff.waiting(admission, "return-application");
  }

  @Test
  void a_council_that_votes_against_refuses() {
    String admission = beforeTheCouncil();

    staff.vote(admission, Choice.AGAINST);
    staff.sendNotice(admission);

    assertThat(staff.outcome(admission)).isEqualTo("application-refused");
  }

  @Test
  void votes_that_do_not_suffice_keep_the_vote_open() {
    String admission = beforeTheCouncil();
    var council = staff.council();
    staff.vote(admission, council.subList(0, 8), Choice.FOR);
    law.next("council-vote", Outcome.MISSING);

    staff.closeVote(admission);
    assertThat(staff.question(admission).closedAt()).isNull();
    staff.vote(admission, council.subList(8, 9), Choice.FOR);

    staff.waiting(admission, "send-notice");
  }

  @Test
  void a_count_that_lacks_the_chairs_vote_is_taken_up_when_there_is_a_chair() {
    String admission = beforeTheCouncil();
    var chair = staff.holder(Office.CHAIR).person();
    staff.dismiss(chair, admission);
    staff.moveClockTo(staff.today().plusDays(1), admission);

    staff.vote(admission, Choice.FOR);
    var task = staff.waiting(admission, "fill-council-seats");
    var secretary = staff.holder(Office.SECRETARY);
    assertThat(tasks.form(secretary, task.id()).values().get("missing").toString())
        .contains("голос председателя");
    assertThatThrownBy(() -> staff.fillSeats(admission))
        .hasMessageContaining("still cannot decide");
    staff.entrust(Office.CHAIR, chair, staff.today().plusDays(1), admission);
    assertThat(staff.waiting(admission, "fill-council-seats").id()).isNotEqualTo(task.id());
    staff.moveClockTo(staff.today().plusDays(1), admission);
    staff.fillSeats(admission);
    staff.vote(admission, List.of(staff.holder(Office.CHAIR)), Choice.FOR);

    staff.waiting(admission, "send-notice");
  }

  @Test
  void a_chair_made_of_a_member_who_has_voted_completes_the_count() {
    String admission = beforeTheCouncil();
    var chair = staff.holder(Office.CHAIR).person();
    staff.dismiss(chair, admission);
    staff.moveClockTo(staff.today().plusDays(1), admission);
    staff.vote(admission, Choice.FOR);
    var deputy = staff.council().get(0).person();

    staff.entrust(Office.CHAIR, deputy, staff.today(), admission);

    staff.waiting(admission, "send-notice");
    staff.moveClockTo(staff.today().plusDays(1), admission);
    staff.dismissChair(deputy, staff.today().minusDays(1));
    staff.entrust(Office.CHAIR, chair, staff.today(), admission);
  }

  @Test
  void an_empty_council_is_a_task_of_the_secretary_and_the_vote_begins_when_it_is_filled() {
    String admission = staff.caseOfApplicant();
    var members = staff.dismissCouncil(admission);
    staff.moveClockTo(staff.today().plusDays(1), admission);

    staff.verifyIdentity(admission, "paper");

    var task = staff.waiting(admission, "fill-council-seats");
    var secretary = staff.holder(Office.SECRETARY);
    assertThat(tasks.form(secretary, task.id()).values().get("missing").toString())
        .contains("никого нет");
    assertThatThrownBy(() -> staff.fillSeats(admission)).hasMessageContaining("Nobody holds");
    staff.seat(members, admission);
    staff.vote(admission, Choice.FOR);
    staff.waiting(admission, "send-notice");
  }

  @Test
  void where_the_law_leaves_the_count_to_a_person_that_person_decides() {
    String admission = beforeTheCouncil();
    law.next("council-vote", Outcome.HUMAN);

    staff.vote(admission, Choice.FOR);
    staff.judge(admission, true);

    staff.waiting(admission, "send-notice");
  }

  @Test
  void the_council_is_reminded_and_what_is_overdue_goes_to_the_chair() {
    String admission = beforeTheCouncil();
    var decideBy = staff.question(admission).decideBy();

    staff.moveClockTo(decideBy.minusDays(6), admission);
    assertThat(staff.path(admission)).contains("remind-council");
    staff.moveClockTo(decideBy.plusDays(1), admission);
    staff.complete(
        staff.holder(Office.CHAIR),
        admission,
        "take-up-overdue-decision",
        Map.of("note", "Собираю совет завтра утром"));

    assertThat(staff.question(admission).closedAt()).isNull();
  }

  @Test
  void a_decision_lapses_when_the_accountant_says_that_nobody_paid() {
    String admission = beforePayment();
    var payBy = staff.waiting(admission, "confirm-payment").due();
    staff.moveClockTo(payBy.plusDays(3), admission);

    assertThat(staff.outcome(admission)).isNull();
    assertThat(records.of(admission))
        .filteredOn(it -> it.kind() == RecordKind.CANCELLED)
        .singleElement()
        .satisfies(it -> assertThat(it.members()).containsEntry("cause", "payment-overdue"));
    assertThat(staff.waiting(admission, "confirm-nonpayment").due()).isAfter(payBy);
    // Where the house's day is in a year without a calendar, the law would leave it to the chair.
    law.next("lapse", Outcome.GRANTED);
    staff.sayUnpaid(admission);
    assertThat(staff.outcome(admission)).isEqualTo("decision-lapsed");
    assertThat(lapsedOn(admission)).isEqualTo(payBy.plusDays(1));
  }

  @Test
  void who_paid_a_part_in_time_loses_the_decision_only_by_a_persons_act() {
    String admission = beforePayment();
    var payBy = staff.waiting(admission, "confirm-payment").due();
    staff.moveClockTo(payBy.plusDays(1), admission);

    staff.sayPaidInPart(admission, "100.00", payBy);

    var task = staff.waiting(admission, "judge-by-hand");
    assertThat(task.due()).isAfter(staff.today());
    assertThat(tasks.form(staff.holder(Office.CHAIR), task.id()).values().get("matter").toString())
        .contains("вступительный взнос в срок не поступил и в части (в деле: 100,00\u00a0₽)")
        .doesNotContain("паевой взнос");
    staff.judge(admission, false);
    assertThat(staff.waiting(admission, "confirm-nonpayment").due())
        .isAfterOrEqualTo(staff.today());
  }

  @Test
  void a_payment_of_the_last_day_that_is_seen_after_it_makes_a_member() {
    String admission = beforePayment();
    var payBy = staff.waiting(admission, "confirm-payment").due();
    staff.moveClockTo(payBy.plusDays(1), admission);

    law.next("entry", Outcome.GRANTED);
    staff.sayPaid(admission, payBy);

    assertThat(staff.outcome(admission)).isEqualTo("member-admitted");
    var person =
        house.getBean(Dossiers.class).find(applicationOf(admission)).orElseThrow().person();
    assertThat(memberships.of(staff.cooperative().id(), person, payBy).orElseThrow().since())
        .isEqualTo(payBy);
  }

  @Test
  void who_was_told_late_loses_the_decision_only_by_a_persons_act() {
    String admission = beforeTheCouncil();
    staff.vote(admission, Choice.FOR);
    var noticeBy = staff.waiting(admission, "send-notice").due();
    staff.moveClockTo(noticeBy.plusDays(1), admission);
    staff.sendNotice(admission);
    var payBy = staff.waiting(admission, "confirm-payment").due();
    staff.moveClockTo(payBy.plusDays(1), admission);
    staff.sayUnpaid(admission);

    var task = staff.waiting(admission, "judge-by-hand");
    var shown = tasks.form(staff.holder(Office.CHAIR), task.id()).values();
    assertThat(shown.get("question").toString()).contains("из-за неуплаты?");
    assertThat(shown.get("matter").toString()).contains("уведомление отправлено не позже");
    staff.judge(admission, false);
    staff.sayUnpaid(admission);
    staff.judge(admission, true);
    assertThat(staff.outcome(admission)).isEqualTo("decision-lapsed");
  }

  @Test
  void a_namesake_of_somebody_whose_decision_lapsed_is_left_to_the_chair_once_identified() {
    Map<String, Object> person = Map.of("familyName", "Возвратов", "born", "1980-05-05");
    lapse(staff.apply(person).caseId(), "0509 999001");
    String again = staff.apply(person).caseId();
    staff.verifyIdentity(again, "paper", "0509 999011");

    var task = staff.waiting(again, "judge-by-hand");

    var shown = tasks.form(staff.holder(Office.CHAIR), task.id()).values();
    assertThat(shown.get("matter").toString())
        .contains("решением о человеке с тем же именем и днём рождения");
    staff.judge(again, true);
    assertThat(staff.question(again).openedAt()).isNotNull();
  }

  @Test
  void who_comes_back_too_early_under_another_name_is_known_by_the_document() {
    lapse(staff.caseOfApplicant(), "0509 999002");
    String again = staff.caseOfApplicant();
    staff.verifyIdentity(again, "paper", "0509999002");

    var task = staff.waiting(again, "return-application");

    var shown = tasks.form(staff.holder(Office.SECRETARY), task.id()).values();
    assertThat(shown.get("reasons").toString()).contains("утраты силы прежним решением");
  }

  @Test
  void a_member_who_applies_again_is_known_by_the_document_and_a_person_decides() {
    admit("0509 999003");
    String refused = staff.caseOfApplicant();
    staff.verifyIdentity(refused, "paper", "05 09 № 999003");
    var shown =
        tasks
            .form(staff.holder(Office.CHAIR), staff.waiting(refused, "judge-by-hand").id())
            .values();
    assertThat(shown.get("matter").toString())
        .contains("ещё не состоит членом", "Второй записи о том же человеке в реестре не будет");
    staff.judge(refused, false);
    staff.waiting(refused, "return-application");

    String allowed = staff.caseOfApplicant();
    staff.verifyIdentity(allowed, "paper", "0509-999003");
    staff.judge(allowed, true);
    assertThat(staff.path(allowed)).contains("collect-votes");
  }

  @Test
  void what_the_law_says_of_a_known_applicant_is_followed() {
    admit("0509 999004");
    law.next("admission", Outcome.GRANTED);
    law.next("admission", Outcome.GRANTED);
    String granted = staff.caseOfApplicant();
    staff.verifyIdentity(granted, "paper", "0509 999004");
    assertThat(staff.path(granted)).contains("check-applicant", "collect-votes");

    law.next("admission", Outcome.GRANTED);
    law.next("admission", Outcome.MISSING);
    String missing = staff.caseOfApplicant();
    staff.verifyIdentity(missing, "paper", "0509 999004");
    staff.waiting(missing, "complete-application");
  }

  @Test
  void nobody_is_entered_twice_though_both_applications_went_side_by_side() {
    String first = beforePayment("0509 999005");
    String second = beforePayment("0509 999005");
    staff.pay(first, "100.00", "300.00");
    law.next("entry", Outcome.GRANTED);
    staff.pay(second, "100.00", "300.00");

    assertThat(staff.path(second)).contains("entered-already");
    assertThat(staff.outcome(second)).isEqualTo("already-member");
    assertThat(letter(second, Document.Kind.MEMBER_LETTER))
        .contains("новая запись не внесена", "100,00\u00a0₽", "300,00\u00a0₽");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_member_is_told_so_whatever_the_chair_answers_and_no_decision_lapses(boolean allowed) {
    String document = allowed ? "0509 999006" : "0509 999007";
    String first = beforePayment(document);
    String second = beforePayment(document);
    staff.pay(first, "100.00", "300.00");

    staff.pay(second, "100.00", "300.00");
    staff.judge(second, allowed);

    assertThat(staff.outcome(second)).isEqualTo("already-member");
    assertThat(staff.path(second)).doesNotContain("lapse-decision").containsOnlyOnce("check-entry");
    assertThat(letter(second, Document.Kind.MEMBER_LETTER))
        .contains("уже есть Ваша запись под номером");
  }

  private String letter(String admission, Document.Kind kind) {
    var documents = house.getBean(Documents.class);
    return documents.of(admission).stream()
        .filter(it -> it.kind() == kind)
        .map(documents::html)
        .findFirst()
        .orElse("");
  }

  @Test
  void an_applicant_whose_name_differs_from_the_document_corrects_it_and_goes_on() {
    var received = staff.apply(Map.of("givenName", "Иваан"));
    String admission = received.caseId();
    staff.findMismatch(admission, "verify-identity", "data", "В паспорте Иван");

    var task = staff.waiting(admission, "complete-application");
    assertThat(tasks.form(staff.applicant(received), task.id()).values())
        .containsEntry("asked", "В паспорте Иван");
    staff.complete(
        staff.applicant(received), admission, "complete-application", Map.of("givenName", "Иван"));
    staff.verifyIdentity(admission, "paper");

    assertThat(staff.path(admission)).contains("collect-votes");
  }

  @Test
  void another_person_than_the_documents_is_sent_back_with_the_secretarys_words() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "none");
    var shown =
        tasks
            .form(staff.holder(Office.SECRETARY), staff.waiting(admission, "obtain-signature").id())
            .values();
    assertThat(shown.get("applicantName").toString()).endsWith("Иван");
    assertThat(shown.get("document").toString()).contains("паспорт гражданина РФ");
    staff.findMismatch(admission, "obtain-signature", "person", "Пришёл другой человек");

    var task = staff.waiting(admission, "return-application");
    assertThat(tasks.form(staff.holder(Office.SECRETARY), task.id()).values())
        .containsEntry("note", "Пришёл другой человек");
    staff.complete(
        staff.holder(Office.SECRETARY),
        admission,
        "return-application",
        Map.of("decision", "return", "note", "Пришёл другой человек"));

    assertThat(staff.outcome(admission)).isEqualTo("application-returned");
  }

  @Test
  void whoever_is_sent_back_although_all_conditions_hold_is_told_of_none() {
    String admission = staff.caseOfApplicant();
    staff.findMismatch(admission, "verify-identity", "person", "Пришёл другой человек");

    var task = staff.waiting(admission, "return-application");
    assertThat(tasks.form(staff.holder(Office.SECRETARY), task.id()).values())
        .containsEntry("note", "Пришёл другой человек")
        .doesNotContainKey("reasons");
    staff.complete(
        staff.holder(Office.SECRETARY),
        admission,
        "return-application",
        Map.of("decision", "return", "note", "Пришёл другой человек"));

    assertThat(letter(admission, Document.Kind.RETURN_LETTER))
        .contains("Пришёл другой человек")
        .doesNotContain("не выполнен", "Когда условия будут выполнены");
  }

  @Test
  void an_application_that_stands_with_the_secretary_is_pressed_and_goes_to_the_chair_once() {
    String admission = staff.caseOfApplicant();
    var decideBy = staff.waiting(admission, "verify-identity").due();

    staff.moveClockTo(decideBy.minusDays(6), admission);
    assertThat(staff.path(admission)).containsOnlyOnce("remind-of-term");
    staff.moveClockTo(decideBy.plusDays(1), admission);
    var task = staff.waiting(admission, "take-up-overdue-decision");
    assertThat(tasks.form(staff.holder(Office.CHAIR), task.id()).values())
        .containsEntry("decideBy", decideBy)
        .containsEntry("stands", "Секретарь проверяет личность и подпись");
    staff.verifyIdentity(admission, "paper");
    staff.waiting(admission, "take-up-overdue-decision");
    staff.vote(admission, Choice.FOR);
    staff.judge(admission, true);

    assertThat(tasks.ofCase(admission)).extracting(Task::activity).containsExactly("send-notice");
    assertThat(staff.path(admission)).containsOnlyOnce("take-up-overdue-decision");
  }

  @Test
  void who_has_paid_the_entrance_fee_alone_is_not_a_member_yet() {
    String admission = beforePayment();

    staff.pay(admission, "100.00", "");
    staff.pay(admission, "100.00", "300.00");

    assertThat(staff.outcome(admission)).isEqualTo("member-admitted");
  }

  @Test
  void where_the_law_leaves_the_entry_to_a_person_that_person_decides() {
    law.next("entry", Outcome.HUMAN);
    String admitted = beforePayment();
    staff.pay(admitted, "100.00", "300.00");
    staff.judge(admitted, true);
    assertThat(staff.outcome(admitted)).isEqualTo("member-admitted");

    law.next("entry", Outcome.HUMAN);
    String lapsed = beforePayment();
    staff.pay(lapsed, "100.00", "300.00");
    staff.judge(lapsed, false);
    assertThat(staff.outcome(lapsed)).isEqualTo("decision-lapsed");
  }

  @Test
  void what_the_law_refuses_at_the_entry_lapses_only_by_a_persons_act() {
    law.next("entry", Outcome.REFUSED);
    String admission = beforePayment();

    staff.pay(admission, "100.00", "300.00");
    assertThat(staff.outcome(admission)).isNull();
    staff.judge(admission, false);

    assertThat(staff.outcome(admission)).isEqualTo("decision-lapsed");
  }

  @Test
  void an_applicant_may_withdraw() {
    var received = staff.apply(Map.of());

    staff.applications().withdraw(staff.applicant(received), received.application());

    assertThat(staff.outcome(received.caseId())).isEqualTo("withdrawal-recorded");
  }

  @Test
  void what_a_withdrawal_cancels_in_a_called_process_names_it_as_the_cause() {
    var received = staff.apply(Map.of());
    staff.verifyIdentity(received.caseId(), "paper");

    staff.applications().withdraw(staff.applicant(received), received.application());

    assertThat(records.of(received.caseId()))
        .filteredOn(it -> it.kind() == RecordKind.CANCELLED)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.members()).containsEntry("cause", "application-withdrawn"));
  }

  @Test
  void a_task_is_done_once_and_whoever_comes_second_is_told_by_whom() {
    String admission = staff.caseOfApplicant();
    var task = staff.waiting(admission, "verify-identity");
    var secretary = staff.holder(Office.SECRETARY);

    staff.verifyIdentity(admission, "paper");

    assertThatThrownBy(() -> tasks.complete(secretary, task.id(), Map.of()))
        .isInstanceOf(TaskAlreadyDone.class)
        .hasMessageContaining("Соколова Анна Петровна");
  }

  private String day(int ahead) {
    return staff.today().plusDays(ahead).toString();
  }

  private String beforeTheCouncil() {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
    return admission;
  }

  private String beforePayment() {
    String admission = beforeTheCouncil();
    toPayment(admission);
    return admission;
  }

  private String beforePayment(String documentNumber) {
    String admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper", documentNumber);
    toPayment(admission);
    return admission;
  }

  private void toPayment(String admission) {
    staff.vote(admission, Choice.FOR);
    staff.sendNotice(admission);
  }

  private void admit(String documentNumber) {
    staff.pay(beforePayment(documentNumber), "100.00", "300.00");
  }

  private void lapse(String admission, String documentNumber) {
    staff.verifyIdentity(admission, "paper", documentNumber);
    toPayment(admission);
    staff.moveClockTo(staff.waiting(admission, "confirm-payment").due().plusDays(1), admission);
    law.next("lapse", Outcome.GRANTED);
    staff.sayUnpaid(admission);
  }

  private LocalDate lapsedOn(String admission) {
    return house.getBean(Dossiers.class).find(applicationOf(admission)).orElseThrow().lapsedOn();
  }

  private UUID applicationOf(String admission) {
    return house
        .getBean(JdbcClient.class)
        .sql("select id from members.applications where case_id = ?")
        .param(admission)
        .query(UUID.class)
        .single();
  }
}

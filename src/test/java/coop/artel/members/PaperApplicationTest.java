package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.Consents;
import coop.artel.registry.Office;
import coop.artel.values.FieldsRefused;
import coop.artel.values.FieldsRefused.Fault;
import coop.artel.values.Refusal;
import coop.artel.values.Sha256;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Tasks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@House
class PaperApplicationTest {
  private static final String SCAN = Sha256.of("заявление".getBytes(UTF_8));
  private static final String LETTER = Sha256.of("отзыв".getBytes(UTF_8));
  private static final String CONSENT = Sha256.of("согласие".getBytes(UTF_8));

  @Autowired private ApplicationContext house;
  @Autowired private Applications applications;
  @Autowired private PaperWithdrawals withdrawals;
  @Autowired private Cases cases;
  @Autowired private Consents consents;
  @Autowired private Records records;
  @Autowired private Tasks tasks;
  private Staff staff;

  @BeforeEach
  void meetTheStaff() {
    staff = new Staff(house);
  }

  @Test
  void the_term_runs_from_the_day_when_the_paper_was_received() {
    var online = staff.applications().find(secretary(), staff.apply(Map.of()).application());
    var paper = enter(staff.today().minusDays(9), Map.of());

    var found = applications.find(secretary(), paper.application());

    assertThat(found.receivedOn()).isEqualTo(staff.today().minusDays(9));
    assertThat(found.decideBy()).isBefore(online.decideBy());
    assertThat(cases.find(secretary(), paper.caseId()).subject()).isEqualTo(found.person());
  }

  @Test
  void the_consent_and_the_scans_stand_in_the_records_by_their_digests() {
    var paper = enter(staff.today(), Map.of());

    assertThat(consents.of(paper.caseId()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.givenOn()).isEqualTo(staff.today().minusDays(10));
              assertThat(it.shown()).isNull();
              assertThat(consents.text(it.id()).orElseThrow())
                  .contains(CONSENT)
                  .doesNotContain("Смирнов");
            });
    assertThat(records.of(paper.caseId()))
        .filteredOn(it -> it.kind() == RecordKind.COMPLETED)
        .first()
        .satisfies(
            it -> assertThat(it.members().get("documents").toString()).contains(SCAN, CONSENT));
  }

  @Test
  void the_secretary_answers_what_an_applicant_at_a_browser_would_be_asked() {
    var paper = enter(staff.today(), Map.of("born", ""));

    var task = staff.waiting(paper.caseId(), "complete-paper-application");

    assertThat(task.assignee()).isNull();
    assertThat(task.groups()).containsExactly(staff.cooperative().id() + ":secretary");
    staff.complete(
        secretary(),
        paper.caseId(),
        "complete-paper-application",
        Map.of("born", staff.today().minusYears(50).toString()));
    staff.waiting(paper.caseId(), "verify-identity");
  }

  @Test
  void a_letter_of_withdrawal_ends_the_case_at_any_step_and_stands_in_it_by_its_digest() {
    var early = enter(staff.today(), Map.of("born", ""));
    var late = enter(staff.today(), Map.of());
    staff.verifyIdentity(late.caseId(), "paper");

    for (var paper : List.of(early, late)) {
      assertThat(withdrawals.open(secretary(), paper.caseId())).contains(paper.application());
      withdrawals.withdraw(secretary(), paper.application(), letter());

      assertThat(staff.outcome(paper.caseId())).isEqualTo("withdrawal-recorded");
      assertThat(applications.find(secretary(), paper.application()).status())
          .isEqualTo(Status.WITHDRAWN);
      assertThat(tasks.ofCase(paper.caseId())).isEmpty();
      assertThat(records.of(paper.caseId()))
          .filteredOn(it -> "record-withdrawal".equals(it.members().get("activity")))
          .singleElement()
          .satisfies(it -> assertThat(it.members().get("documents").toString()).contains(LETTER));
      assertThat(withdrawals.open(secretary(), paper.caseId())).isEmpty();
    }
  }

  @Test
  void a_letter_is_entered_by_a_secretary_once_and_of_an_application_on_paper() {
    var paper = enter(staff.today(), Map.of());
    var online = staff.apply(Map.of());

    refused("not-on-paper", secretary(), online.application(), letter());
    refused("secretary-only", staff.holder(Office.CHAIR), paper.application(), letter());
    refused("application-unknown", staff.applicant(online), paper.application(), letter());
    withdrawals.withdraw(secretary(), paper.application(), letter());
    refused("application-closed", secretary(), paper.application(), letter());
  }

  @Test
  void a_letter_without_number_or_scan_or_of_an_impossible_day_is_refused() {
    var paper = enter(staff.today().minusDays(2), Map.of());
    var today = staff.today();

    wrong(paper, new WithdrawalLetter(" ", null, "12"), "number", "writtenOn", "scanDigest");
    wrong(paper, new WithdrawalLetter("7", today.plusDays(1), LETTER), "writtenOn");
    wrong(paper, new WithdrawalLetter("7", today.minusDays(3), LETTER), "writtenOn");
    staff.waiting(paper.caseId(), "verify-identity");
  }

  private void wrong(Applications.Received paper, WithdrawalLetter letter, String... fields) {
    assertThatThrownBy(() -> withdrawals.withdraw(secretary(), paper.application(), letter))
        .isInstanceOfSatisfying(
            FieldsRefused.class,
            it -> assertThat(it.faults()).extracting(Fault::field).containsExactly(fields));
  }

  private void refused(String code, Caller by, UUID application, WithdrawalLetter letter) {
    assertThatThrownBy(() -> withdrawals.withdraw(by, application, letter))
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private WithdrawalLetter letter() {
    return new WithdrawalLetter("17/3", staff.today(), LETTER);
  }

  @Test
  void the_scan_is_known_when_the_identity_is_compared() {
    var paper = enter(staff.today(), Map.of());

    var task = staff.waiting(paper.caseId(), "verify-identity");

    assertThat(tasks.form(secretary(), task.id()).values())
        .containsEntry("scanDigest", SCAN)
        .containsEntry("signing", "paper");
  }

  @Test
  void a_day_ahead_a_missing_scan_and_a_form_with_gaps_are_refused() {
    assertThatThrownBy(() -> enter(staff.today().plusDays(1), Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.code()).isEqualTo("paper-day-ahead"));
    assertThatThrownBy(() -> enter(secretary(), new OnPaper(staff.today(), "", day(), CONSENT)))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.code()).isEqualTo("paper-incomplete"));
    assertThatThrownBy(() -> enter(staff.today(), Map.of("familyName", "")))
        .isInstanceOf(FormInvalid.class);
  }

  @Test
  void nobody_consents_or_applies_before_they_were_born() {
    var born = staff.today().minusYears(20);
    var early = new OnPaper(born.minusDays(1), SCAN, born.minusDays(2), CONSENT);

    assertThatThrownBy(() -> enter(secretary(), early, Map.of("born", born.toString())))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it ->
                assertThat(it.errors())
                    .extracting(Form.FieldError::key, Form.FieldError::code)
                    .containsExactly(
                        tuple("receivedOn", "before-birth"), tuple("consentOn", "before-birth")));
  }

  @Test
  void all_that_is_wrong_with_an_applicant_is_told_at_once() {
    var wrong = Map.<String, Object>of("familyName", "1", "phone", "12", "email", "нет");

    assertThatThrownBy(() -> staff.apply(wrong))
        .isInstanceOfSatisfying(
            FormInvalid.class,
            it ->
                assertThat(it.errors())
                    .extracting(Form.FieldError::key)
                    .contains("familyName", "phone", "email"));
  }

  @Test
  void nobody_but_the_secretary_enters_a_paper() {
    assertThatThrownBy(
            () ->
                enter(
                    staff.holder(Office.ACCOUNTANT),
                    new OnPaper(staff.today(), SCAN, day(), CONSENT)))
        .isInstanceOf(SecretaryOnly.class);
  }

  private Applications.Received enter(LocalDate receivedOn, Map<String, Object> changes) {
    var values = values();
    values.putAll(changes);
    values.values().removeIf(""::equals);
    return applications.applyOnPaper(
        secretary(),
        staff.cooperative().id(),
        values,
        new OnPaper(receivedOn, SCAN, day(), CONSENT));
  }

  private void enter(Caller by, OnPaper paper) {
    enter(by, paper, Map.of());
  }

  private void enter(Caller by, OnPaper paper, Map<String, Object> changes) {
    var values = values();
    values.putAll(changes);
    applications.applyOnPaper(by, staff.cooperative().id(), values, paper);
  }

  private Map<String, Object> values() {
    var values = new HashMap<String, Object>();
    values.put("familyName", "Смирнов");
    values.put("givenName", "Лев");
    values.put("born", staff.today().minusYears(50).toString());
    values.put("address", "г. Тверь, ул. Мира, д. 5");
    values.put("pension", true);
    return values;
  }

  private LocalDate day() {
    return staff.today().minusDays(10);
  }

  private Caller secretary() {
    return staff.holder(Office.SECRETARY);
  }
}

package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.documents.Document;
import coop.artel.law.AdmissionFacts;
import coop.artel.law.EntryFacts;
import coop.artel.law.LapseFacts;
import coop.artel.law.Outcome;
import coop.artel.law.SigningFacts;
import coop.artel.meetings.MeetingVariables;
import coop.artel.meetings.Questions.Matter;
import coop.artel.people.Person;
import coop.artel.people.Person.IdentityDocument;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.Money;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.Run;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.ApplicationEventPublisher;

class AdmissionStepsTest {
  private final Admission admission = new Admission();

  @Test
  void receiving_keeps_consent_and_application_and_sets_the_term() {
    var run = admission.received();

    var dossier = admission.dossiers.of(run);
    var decideBy = admission.today().plusDays(30);
    assertThat(dossier.caseId()).isEqualTo(run.caseId());
    assertThat(dossier.decideBy()).isEqualTo(decideBy);
    assertThat(admission.documents.of(run.caseId()))
        .extracting(Document::kind)
        .containsExactly(Document.Kind.DATA_CONSENT, Document.Kind.MEMBERSHIP_APPLICATION);
    assertThat(run.documents())
        .containsExactlyElementsOf(
            admission.documents.of(run.caseId()).stream().map(Document::digest).toList());
    assertThat(run.variables())
        .containsEntry("receivedOn", admission.today().toString())
        .containsEntry("decideBy", decideBy.toString())
        .containsEntry("overdueAt", decideBy + "T14:00:00Z")
        .containsEntry("completionOverdueAt", decideBy + "T14:00:00Z")
        .containsEntry("takeUpBy", decideBy.plusDays(3).toString())
        .containsEntry("remindAt", decideBy.minusDays(8) + "T23:00:00Z");
    assertThat(admission.consents.text(Objects.requireNonNull(dossier.consent())).orElseThrow())
        .contains("Иванова Анна Петровна")
        .doesNotContain("<");
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, to-be-completed",
    "GRANTED, received",
    "REFUSED, received",
    "HUMAN, received"
  })
  void the_law_is_asked_as_of_the_day_of_receipt(Outcome outcome, String status) {
    var run = admission.received();
    var decision = admission.lawAnswers(outcome);

    check(run);

    verify(admission.law)
        .ask(
            new AdmissionFacts(
                "council",
                true,
                true,
                LocalDate.of(1990, 5, 17),
                true,
                admission.today(),
                true,
                false,
                null,
                null),
            admission.cooperative,
            admission.today(),
            admission.dossiers.of(run).person(),
            run.caseId());
    assertThat(MeetingVariables.OUTCOME.in(run)).isEqualTo(outcome.id());
    assertThat(MeetingVariables.DECISION.in(run)).isEqualTo(decision.id());
    assertThat(run.decisions()).containsExactly(decision);
    assertThat(admission.dossiers.of(run).status().id()).isEqualTo(status);
  }

  @Test
  void the_law_hears_of_a_namesakes_lapse_only_once_the_document_was_seen() {
    var first = admission.applied(Admission.values());
    identified(first, "4509 000111");
    admission.dossiers.payBy(admission.dossiers.of(first).id(), admission.today().minusDays(1));
    new LapseDecision(admission.dossiers, admission.cooperatives, admission.clock).run(first);
    var run = admission.received();
    admission.lawAnswers(Outcome.GRANTED);

    check(run);
    identified(run, "4509 000222");
    check(run);

    var facts = ArgumentCaptor.forClass(AdmissionFacts.class);
    verify(admission.law, times(2)).ask(facts.capture(), any(), any(), any(), any());
    assertThat(facts.getAllValues())
        .extracting(AdmissionFacts::lapsedOn, AdmissionFacts::namesakeLapsedOn)
        .containsExactly(tuple(null, null), tuple(null, admission.today()));
  }

  @Test
  void what_is_not_given_is_told_as_not_given() {
    var values = new HashMap<String, Object>(Map.of("familyName", "Ким", "givenName", "Ли"));
    var run = admission.applied(values);
    admission.lawAnswers(Outcome.MISSING, "born", "address");

    check(run);

    var facts = ArgumentCaptor.forClass(AdmissionFacts.class);
    verify(admission.law).ask(facts.capture(), any(), any(), any(), any());
    assertThat(facts.getValue())
        .isEqualTo(
            new AdmissionFacts("council", true, true, null, false, null, false, false, null, null));
  }

  @ParameterizedTest
  @CsvSource({"paper, true", "agreement, true", "none, true", "paper, false"})
  void the_newest_finding_on_the_signature_counts(String way, boolean matches) {
    var run = admission.received();
    UUID id = admission.dossiers.of(run).id();
    String digest = "a".repeat(64);
    var earlier = Map.<String, Object>of("signing", "none", "matches", true);
    admission.signings.keep(
        admission.dossiers.find(id).orElseThrow(), admission.sent(run, earlier), admission.zone);
    var signedOn = admission.today().minusDays(5);
    var values =
        Map.<String, Object>of(
            "signing",
            way,
            "matches",
            matches,
            "scanDigest",
            digest,
            "agreementNumber",
            "17/2",
            "agreementDate",
            LocalDate.of(2026, 1, 2),
            "agreementComplete",
            true,
            "signedOn",
            signedOn);
    admission.signings.keep(
        admission.dossiers.find(id).orElseThrow(), admission.sent(run, values), admission.zone);
    admission.lawAnswers(Outcome.GRANTED);

    new CheckSigning(admission.dossiers, admission.signings, admission.law).run(run);

    boolean paper = way.equals("paper");
    boolean agreement = way.equals("agreement");
    verify(admission.law)
        .ask(
            new SigningFacts(
                matches,
                paper,
                paper ? digest : null,
                agreement ? "17/2" : null,
                agreement ? LocalDate.of(2026, 1, 2) : null,
                agreement),
            admission.cooperative,
            way.equals("none") ? admission.today() : signedOn,
            admission.dossiers.of(run).person(),
            run.caseId());
    assertThat(MeetingVariables.OUTCOME.in(run)).isEqualTo("granted");
  }

  @Test
  void the_council_is_asked_about_the_applicant() {
    var run = admission.received();
    UUID question = UUID.randomUUID();
    when(admission.questions.put(any(), any(), any(), any())).thenReturn(question);

    new PutToCouncil(admission.dossiers, admission.papers, admission.questions).run(run);

    var dossier = admission.dossiers.of(run);
    verify(admission.questions)
        .put(
            admission.cooperative,
            run.caseId(),
            new Matter("admission", dossier.person(), dossier.id(), 1, admission.today()),
            admission.today().plusDays(30));
    assertThat(MeetingVariables.QUESTION.in(run)).isEqualTo(question);
    assertThat(dossier.question()).isEqualTo(question);
    assertThat(dossier.status()).isEqualTo(Status.IN_COUNCIL);
  }

  @Test
  void who_is_admitted_is_told_what_to_pay_and_until_when() {
    var run = admission.decided(true);

    drawUpNotice(run);

    assertThat(run.variables())
        .containsEntry("noticeBy", "2026-03-13")
        .containsEntry("payBy", "2026-03-24")
        .containsEntry("paymentOverdueAt", "2026-03-24T14:00:00Z")
        .containsEntry("nonpaymentBy", "2026-03-27");
    assertThat(admission.newest(run).kind()).isEqualTo(Document.Kind.DECISION_NOTICE);
    assertThat(admission.content(admission.newest(run)))
        .containsEntry("admitted", true)
        .containsEntry("payBy", "2026-03-24")
        .containsEntry("share", Map.of("amount", "1500.00", "currency", "RUB"));
  }

  @Test
  void who_is_not_admitted_is_asked_for_nothing() {
    var run = admission.decided(false);

    drawUpNotice(run);

    assertThat(run.variables())
        .containsEntry("noticeBy", "2026-03-13")
        .doesNotContainKeys("payBy", "paymentOverdueAt");
    assertThat(admission.content(admission.newest(run)))
        .containsEntry("admitted", false)
        .containsEntry("payBy", "");
  }

  @Test
  void a_membership_begins_with_the_last_payment() {
    var run = paid(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 16));
    admission.lawAnswers(Outcome.GRANTED);

    checkEntry(run);

    verify(admission.law)
        .ask(
            new EntryFacts(
                true,
                Admission.DECIDED_ON,
                Money.of("500", "RUB"),
                LocalDate.of(2026, 3, 12),
                Money.of("1500.00", "RUB"),
                LocalDate.of(2026, 3, 16),
                LocalDate.of(2026, 3, 24),
                false),
            admission.cooperative,
            LocalDate.of(2026, 3, 16),
            admission.dossiers.of(run).person(),
            run.caseId());
  }

  @Test
  void who_paid_half_and_late_is_asked_for_the_other_half_before_anybody_judges() {
    var run = paying(Map.of("share", "1 500,00", "sharePaidOn", LocalDate.of(2026, 4, 1)));
    admission.lawAnswers(Outcome.REFUSED);

    checkEntry(run);
    assertThat(run.variables()).containsEntry("outcome", "missing");

    pay(run, Map.of("entranceFee", "500", "entranceFeePaidOn", LocalDate.of(2026, 4, 1)));
    checkEntry(run);
    assertThat(run.variables()).containsEntry("outcome", "refused");
  }

  @Test
  void a_late_payment_without_a_day_is_asked_for_it() {
    var run = paying(Map.of("share", "1500", "sharePaidOn", LocalDate.of(2026, 4, 1)));
    pay(run, Map.of("entranceFee", "500"));
    admission.lawAnswers(Outcome.REFUSED);

    checkEntry(run);

    assertThat(run.variables()).containsEntry("outcome", "missing");
  }

  @Test
  void where_no_entrance_fee_is_due_the_certificate_speaks_of_none() {
    admission.figure("share.entrance-fee", "0", "RUB");
    var run = paying(Map.of("share", "1500", "sharePaidOn", LocalDate.of(2026, 3, 16)));
    var dossier = admission.dossiers.of(run);
    var line =
        new Membership(
            admission.cooperative, 7, dossier.person(), LocalDate.of(2026, 3, 16), null, "3");
    when(admission.memberships.of(any(), any(), any())).thenReturn(Optional.of(line));
    admission.lawAnswers(Outcome.REFUSED);
    checkEntry(run);
    assertThat(run.variables()).containsEntry("outcome", "refused");

    new IssueCertificate(
            admission.dossiers,
            admission.payments,
            admission.questions,
            admission.matter,
            admission.memberships,
            admission.papers)
        .run(run);

    assertThat(admission.content(admission.newest(run)))
        .containsEntry("kind", "member-certificate")
        .containsEntry("sharePaidOn", "2026-03-16")
        .containsEntry("entranceFee", "")
        .containsEntry("entranceFeePaidOn", "");
  }

  @Test
  void a_member_who_paid_before_the_decision_begins_with_the_decision() {
    var run = paid(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
    var dossier = admission.dossiers.of(run);
    var resolution = admission.questions.resolution(dossier.questionPut());
    var line =
        new Membership(
            admission.cooperative,
            7,
            dossier.person(),
            Admission.DECIDED_ON,
            null,
            resolution.document().toString());
    when(admission.memberships.enter(any(), any(), any(), any(), any())).thenReturn(line);
    when(admission.memberships.of(admission.cooperative, dossier.person(), Admission.DECIDED_ON))
        .thenReturn(Optional.of(line));
    var events = mock(ApplicationEventPublisher.class);

    when(admission.law.ask(any(), any(), any(), any(), any()))
        .thenAnswer(asked -> admission.asked(Outcome.GRANTED, asked.getArgument(2)));
    checkEntry(run);
    new EnterInRegister(
            admission.dossiers,
            admission.people,
            admission.questions,
            admission.matter,
            admission.memberships,
            events)
        .run(run);
    new IssueCertificate(
            admission.dossiers,
            admission.payments,
            admission.questions,
            admission.matter,
            admission.memberships,
            admission.papers)
        .run(run);

    verify(admission.memberships)
        .enter(
            admission.cooperative,
            dossier.person(),
            Set.of(dossier.person()),
            Admission.DECIDED_ON,
            resolution.document().toString());
    verify(events)
        .publishEvent(
            eq(
                (Object)
                    new MemberAdmitted(
                        admission.cooperative, dossier.person(), 7, Admission.DECIDED_ON)));
    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.ADMITTED);
    assertThat(admission.content(admission.newest(run)))
        .containsEntry("kind", "member-certificate")
        .containsEntry("membershipNumber", 7L)
        .containsEntry("memberOn", "2026-03-10");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "-30, -29", "5, 0"})
  void a_decision_lapses_with_the_term_and_no_later_than_a_person_says_so(int payBy, int lapsed) {
    var run = admission.decided(true);
    var id = admission.dossiers.of(run).id();
    admission.dossiers.payBy(id, admission.today().plusDays(payBy));

    new LapseDecision(admission.dossiers, admission.cooperatives, admission.clock).run(run);

    assertThat(admission.dossiers.of(run).lapsedOn()).isEqualTo(admission.today().plusDays(lapsed));
    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.LAPSED);
  }

  @Test
  void the_law_is_asked_about_the_lapse_as_of_the_day_after_the_term() {
    var run = admission.decided(true);
    var id = admission.dossiers.of(run).id();
    admission.dossiers.noticeBy(id, LocalDate.of(2026, 3, 13));
    admission.dossiers.payBy(id, LocalDate.of(2026, 3, 24));
    var sent = admission.sent(run, Map.of("means", "post"));
    admission.notices.keep(id, sent, LocalDate.of(2026, 3, 12));
    MemberVariables.ARRIVED.set(run, false);
    admission.lawAnswers(Outcome.HUMAN);

    checkLapse(run);

    verify(admission.law)
        .ask(
            new LapseFacts(
                Admission.DECIDED_ON,
                LocalDate.of(2026, 3, 13),
                LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 3, 24),
                true,
                null,
                null),
            admission.cooperative,
            LocalDate.of(2026, 3, 25),
            admission.dossiers.of(run).person(),
            run.caseId());
    assertThat(MeetingVariables.OUTCOME.in(run)).isEqualTo("human");
    assertThat(MemberVariables.JUDGE_BY.in(run)).isEqualTo(admission.today().plusDays(3));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-24, 2026-03-25, true, false", "2026-03-25, 2026-03-24, false, true"})
  void what_was_paid_in_time_is_told_to_the_law_sum_by_sum(
      LocalDate feePaid, LocalDate sharePaid, boolean fee, boolean share) {
    var run = paid(feePaid, sharePaid);
    admission.dossiers.noticeBy(admission.dossiers.of(run).id(), LocalDate.of(2026, 3, 13));
    MemberVariables.ARRIVED.set(run, false);
    admission.lawAnswers(Outcome.HUMAN);

    checkLapse(run);

    var facts = ArgumentCaptor.forClass(LapseFacts.class);
    verify(admission.law).ask(facts.capture(), any(), any(), any(), any());
    assertThat(facts.getValue().entranceFeeInTime()).isEqualTo(fee ? Money.of("500", "RUB") : null);
    assertThat(facts.getValue().shareInTime()).isEqualTo(share ? Money.of("1500.00", "RUB") : null);
  }

  @Test
  void a_case_from_before_the_day_was_kept_is_entered_by_decision_and_payments() {
    var run = paid(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 16));

    assertThat(run.variables()).doesNotContainKey("memberOn");
    assertThat(admission.matter.memberOn(run)).isEqualTo(LocalDate.of(2026, 3, 16));
  }

  @Test
  void a_lapse_is_found_by_the_document_though_the_name_has_changed() {
    var first = admission.applied(Admission.values());
    var document = identified(first);
    admission.dossiers.payBy(admission.dossiers.of(first).id(), admission.today().minusDays(1));
    new LapseDecision(admission.dossiers, admission.cooperatives, admission.clock).run(first);
    var values = Admission.values();
    values.put("familyName", "Новая");
    var run = admission.applied(values);
    admission.lawAnswers(Outcome.GRANTED);
    check(run);
    assertThat(identified(run)).isEqualTo(document);
    check(run);

    var facts = ArgumentCaptor.forClass(AdmissionFacts.class);
    verify(admission.law, times(2)).ask(facts.capture(), any(), any(), any(), any());
    assertThat(facts.getAllValues())
        .extracting(AdmissionFacts::lapsedOn, AdmissionFacts::namesakeLapsedOn)
        .containsExactly(tuple(null, null), tuple(admission.today(), null));
  }

  private IdentityDocument identified(Run run) {
    return identified(run, "4509 000111");
  }

  private IdentityDocument identified(Run run, String number) {
    var person = admission.people.find(admission.dossiers.of(run).person());
    var document = new IdentityDocument("passport-rf", number, LocalDate.of(2010, 6, 1), "ОВД");
    admission.people.change(
        new Person(
            person.id(),
            person.familyName(),
            person.givenName(),
            person.patronymic(),
            person.born(),
            person.address(),
            person.phone(),
            person.email(),
            document));
    return document;
  }

  @Test
  void a_returned_application_comes_with_a_letter_that_names_the_article() {
    var run = admission.received();
    MeetingVariables.DECISION.set(run, admission.lawAnswers(Outcome.REFUSED).id());
    UUID id = admission.dossiers.of(run).id();
    var sent = admission.sent(run, Map.of("note", "Приходите, когда исполнится 16"));
    admission.returns.keep(admission.dossiers.find(id).orElseThrow(), sent, false, admission.zone);

    new WriteReturnLetter(admission.dossiers, admission.returns, admission.papers).run(run);

    assertThat(admission.newest(run).kind()).isEqualTo(Document.Kind.RETURN_LETTER);
    assertThat(admission.documents.html(admission.newest(run)))
        .contains("3085-1, ст. 7")
        .contains("Приходите, когда исполнится 16");
    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.RETURNED);
  }

  @Test
  void withdrawing_takes_the_question_back_from_the_council() {
    var run = admission.decided(true);

    new RecordWithdrawal(admission.dossiers, admission.questions, admission.withdrawals).run(run);

    verify(admission.questions).withdraw(MeetingVariables.QUESTION.in(run));
    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.WITHDRAWN);
  }

  private void check(Run run) {
    new CheckApplication(admission.dossiers, admission.applicants, admission.law).run(run);
  }

  private void checkLapse(Run run) {
    new CheckLapse(
            admission.dossiers,
            admission.questions,
            admission.notices,
            admission.payments,
            admission.law,
            admission.own)
        .run(run);
  }

  private void checkEntry(Run run) {
    new CheckEntry(admission.matter, admission.dossiers, admission.law, admission.own).run(run);
  }

  private void drawUpNotice(Run run) {
    new DrawUpNotice(
            admission.dossiers, admission.papers, admission.questions, admission.law, admission.own)
        .run(run);
  }

  private FakeRun paid(LocalDate feeOn, LocalDate shareOn) {
    return paying(
        Map.of(
            "entranceFee",
            "500",
            "entranceFeePaidOn",
            feeOn,
            "share",
            "1500,00",
            "sharePaidOn",
            shareOn));
  }

  private FakeRun paying(Map<String, Object> payments) {
    var run = admission.decided(true);
    admission.dossiers.payBy(admission.dossiers.of(run).id(), LocalDate.of(2026, 3, 24));
    pay(run, payments);
    return run;
  }

  private void pay(FakeRun run, Map<String, Object> payments) {
    var values = new HashMap<>(payments);
    values.put("paymentDocument", "ПП 12");
    new ConfirmPayment(admission.dossiers, admission.questions, admission.fields)
        .handle(admission.sent(run, values));
  }
}

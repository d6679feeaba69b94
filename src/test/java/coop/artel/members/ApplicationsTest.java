package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Forms;
import coop.artel.workflow.Processes;
import coop.artel.workflow.Variable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ApplicationsTest {
  private final Admission admission = new Admission();
  private final Forms forms = mock(Forms.class);
  private final Processes processes = mock(Processes.class);
  private final Accounts accounts = mock(Accounts.class);
  private final SetUp setUp = mock(SetUp.class);
  private final Applications applications =
      new Applications(
          setUp,
          admission.dossiers,
          admission.papers,
          forms,
          processes,
          admission.people,
          admission.consents,
          new WithdrawnConsents(admission.law, processes),
          accounts,
          admission.cooperatives,
          admission.clock);

  @BeforeEach
  void checksPass() {
    when(forms.check(any(), any())).thenAnswer(asked -> asked.getArgument(1));
    when(processes.start(any(), any(), any(), any(), any(), any(), any())).thenReturn("case-9");
    when(accounts.issueToken(any(), any(), any())).thenReturn("secret");
  }

  @Test
  void applying_starts_a_case_about_a_new_person_and_gives_a_token() {
    var received = apply(Admission.values());

    assertThat(received.caseId()).isEqualTo("case-9");
    assertThat(received.token()).isEqualTo("secret");
    var dossier = admission.dossiers.find(received.application()).orElseThrow();
    assertThat(dossier.status()).isEqualTo(Status.RECEIVED);
    assertThat(dossier.receivedOn()).isEqualTo(admission.today());
    assertThat(dossier.income()).containsExactly(Income.PENSION);
    assertThat(admission.people.find(dossier.person()).fullName())
        .isEqualTo("Иванова Анна Петровна");
    var variables = ArgumentCaptor.forClass(Variable.Assignment.class);
    verify(processes)
        .start(
            eq("admit-member"),
            eq(admission.cooperative),
            eq(dossier.person()),
            eq(dossier.person()),
            variables.capture(),
            variables.capture(),
            variables.capture());
    assertThat(variables.getAllValues())
        .containsExactly(
            new Variable.Assignment("applicant", received.application().toString()),
            new Variable.Assignment("applicantPerson", dossier.person().toString()),
            new Variable.Assignment("onPaper", false));
    verify(accounts).issueToken(eq(dossier.person()), eq(Accounts.APPLICANT), any());
  }

  @Test
  void a_form_that_is_refused_leaves_nothing_behind() {
    when(forms.check(any(), any())).thenThrow(FormInvalid.at("x", "pattern"));

    refused("form-invalid", () -> apply(Map.of()));
    nothingIsKept();
  }

  @Test
  void a_name_that_cannot_be_one_leaves_nothing_behind() {
    var values = Admission.values();
    values.put("familyName", "12345");

    refused("name-malformed", () -> apply(values));
    nothingIsKept();
  }

  /** The law answers whether it is too early, and a person tells so; the door is open. */
  @Test
  void whoever_let_a_decision_lapse_may_apply_at_once() {
    lapsed(Admission.values());

    assertThat(apply(Admission.values())).isNotNull();
  }

  @Test
  void an_applicant_sees_the_own_applications_the_newest_first() {
    var run = admission.received();
    var first = admission.dossiers.of(run);
    var caller = applicant(first.person());

    assertThat(applications.mine(caller))
        .extracting(Applications.Application::id)
        .containsExactly(first.id());
    assertThat(applications.find(caller, first.id()).decideBy())
        .isEqualTo(admission.today().plusDays(30));
    assertThat(applications.mine(applicant(PersonId.random()))).isEmpty();
  }

  @Test
  void others_see_an_application_only_in_office() {
    UUID id = admission.dossiers.of(admission.received()).id();
    var secretary =
        new Caller(
            PersonId.random(),
            "",
            Map.of(admission.cooperative, Set.of(Office.SECRETARY)),
            Set.of());

    assertThat(applications.find(secretary, id).id()).isEqualTo(id);
    refused("application-unknown", () -> applications.find(applicant(PersonId.random()), id));
    refused("application-unknown", () -> applications.withdraw(secretary, id));
  }

  @Test
  void withdrawing_tells_the_process_once() {
    var run = admission.received();
    var dossier = admission.dossiers.of(run);
    var caller = applicant(dossier.person());

    applications.withdraw(caller, dossier.id());
    verify(processes).tell("withdraw-application", run.caseId(), dossier.person());

    new RecordWithdrawal(admission.dossiers, admission.questions, admission.withdrawals).run(run);
    refused("application-closed", () -> applications.withdraw(caller, dossier.id()));
  }

  @Test
  void the_consent_is_shown_before_it_is_given() {
    assertThat(applications.consent(admission.cooperative).text())
        .contains("Потребительское общество «Рассвет»")
        .contains("\n\n")
        .doesNotContain("<", "&");
  }

  private Applications.Received apply(Map<String, Object> values) {
    return applications.apply(
        admission.cooperative, values, applications.consent(admission.cooperative).digest());
  }

  private void lapsed(Map<String, Object> values) {
    FakeRun run = admission.applied(values);
    admission.dossiers.payBy(admission.dossiers.of(run).id(), admission.today().minusDays(1));
    new LapseDecision(admission.dossiers, admission.cooperatives, admission.clock).run(run);
    assertThat(admission.dossiers.of(run).status()).isEqualTo(Status.LAPSED);
  }

  private void nothingIsKept() {
    assertThat(
            admission
                .sql
                .sql("select count(*) from members.applications")
                .query(Integer.class)
                .single())
        .isZero();
    verify(processes, never()).start(any(), any(), any(), any(), any(), any());
  }

  private static Caller applicant(PersonId person) {
    return new Caller(person, "", Map.of(), Set.of());
  }

  private static void refused(String code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}

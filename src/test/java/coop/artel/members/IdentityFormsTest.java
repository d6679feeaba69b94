package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import coop.artel.documents.Document;
import coop.artel.people.Person.IdentityDocument;
import coop.artel.values.PersonId;
import coop.artel.workflow.FakeRun;
import coop.artel.workflow.Variable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who the applicant is and how the application was signed, as the secretary enters it. */
class IdentityFormsTest {
  private final Admission admission = new Admission();
  private final VerifyIdentity verifying =
      new VerifyIdentity(
          admission.dossiers, admission.findings, admission.people, admission.applicants);
  private final ObtainSignature obtaining =
      new ObtainSignature(
          admission.dossiers,
          admission.signings,
          admission.findings,
          admission.people,
          admission.sentences);

  @Test
  void an_identity_is_compared_and_its_document_kept_with_the_person() {
    var run = admission.received();
    assertThat(verifying.prefill(run))
        .containsEntry("applicantName", "Иванова Анна Петровна")
        .containsEntry("applicantBorn", LocalDate.of(1990, 5, 17));

    verifying.handle(admission.sent(run, Admission.verified(true)));

    var dossier = admission.dossiers.of(run);
    assertThat(admission.people.find(dossier.person()).document())
        .isEqualTo(
            new IdentityDocument(
                "passport-rf", "0012 345678", LocalDate.of(2010, 6, 1), "ОВД г. Твери"));
    assertThat(admission.signings.identityVerified(dossier.id())).isTrue();
    assertThat(admission.signings.newest(dossier.id()).orElseThrow().way()).isEqualTo("none");
  }

  @Test
  void who_does_not_match_the_document_is_not_verified_until_compared_again() {
    var run = admission.received();
    verifying.handle(admission.sent(run, Admission.verified(false)));
    var id = admission.dossiers.of(run).id();
    assertThat(admission.signings.identityVerified(id)).isFalse();
    assertThat(obtaining.prefill(run))
        .containsEntry("matches", false)
        .containsEntry("signing", "none")
        .containsEntry("applicantName", "Иванова Анна Петровна");

    obtaining.handle(
        admission.sent(
            run,
            Map.of(
                "matches",
                true,
                "signing",
                "agreement",
                "agreementNumber",
                "17/2",
                "agreementDate",
                LocalDate.of(2026, 1, 2),
                "agreementComplete",
                true,
                "signedOn",
                admission.today())));

    assertThat(admission.signings.identityVerified(id)).isTrue();
    assertThat(obtaining.prefill(run))
        .containsEntry("agreementNumber", "17/2")
        .containsEntry("agreementComplete", true)
        .containsEntry("signedOn", admission.today());
  }

  @Test
  void a_compared_document_is_written_into_the_consent_under_the_same_number() {
    var run = admission.received();
    var given = consent(run, 0);

    verifying.handle(admission.sent(run, Admission.verified(true)));

    var completed = consent(run, 1);
    assertThat(completed.number()).isEqualTo(given.number());
    assertThat(completed.revision()).isEqualTo(2);
    assertThat(consent(run, 0).replaced()).isTrue();
    assertThat(admission.content(completed))
        .containsEntry("replaces", given.digest())
        .containsEntry(
            "identity",
            Map.of(
                "document",
                "паспорт гражданина РФ",
                "number",
                "0012 345678",
                "issuedOn",
                "2010-06-01",
                "issuer",
                "ОВД г. Твери"));
    assertThat(admission.documents.html(completed)).contains("редакция 2", "0012 345678");
    assertThat(run.documents()).contains(completed.digest());
  }

  @Test
  void of_another_person_nothing_is_kept_but_that_it_is_one() {
    var run = admission.received();
    var values = new HashMap<>(Admission.verified(false));
    values.put("mismatch", "person");
    admission.invalid("note", "required", verifying, run, values);
    values.put("note", "Пришёл брат");

    assertThat(verifying.handle(admission.sent(run, values)))
        .contains(new Variable.Assignment("mismatch", "person"));

    var dossier = admission.dossiers.of(run);
    assertThat(admission.people.find(dossier.person()).document()).isNull();
    assertThat(admission.returns.newest(dossier.id()).orElseThrow().note())
        .isEqualTo("Пришёл брат");
  }

  @Test
  void what_the_form_of_an_older_model_sends_is_taken_as_it_was() {
    var run = admission.received();

    assertThat(verifying.handle(admission.sent(run, Admission.verified(false))))
        .contains(new Variable.Assignment("mismatch", "none"));
    var unsigned = new HashMap<>(Admission.verified(true));
    unsigned.remove("signing");
    admission.invalid("signing", "required", verifying, run, unsigned);
  }

  @Test
  void a_document_that_does_not_match_is_not_written_into_the_consent() {
    var run = admission.received();

    verifying.handle(admission.sent(run, Admission.verified(false)));

    assertThat(admission.documents.of(run.caseId()))
        .filteredOn(it -> it.kind() == Document.Kind.DATA_CONSENT)
        .hasSize(1);
  }

  private Document consent(FakeRun run, int place) {
    return admission.documents.of(run.caseId()).stream()
        .filter(it -> it.kind() == Document.Kind.DATA_CONSENT)
        .toList()
        .get(place);
  }

  @Test
  void what_is_signed_was_signed_on_a_day() {
    var run = admission.received();
    var signed = new HashMap<>(Admission.verified(true));
    signed.putAll(Map.of("signing", "paper", "scanDigest", "a".repeat(64)));

    admission.invalid("signedOn", "required", verifying, run, signed);
    assertThat(admission.signings.newest(admission.dossiers.of(run).id())).isEmpty();
  }

  @Test
  void a_document_that_tells_of_a_member_of_this_cooperative_is_told_to_the_process() {
    var member = admission.received();
    verifying.handle(admission.sent(member, Admission.verified(true)));
    var known = admission.dossiers.of(member).person();
    when(admission.memberships.holds(eq(admission.cooperative), anySet(), any()))
        .thenAnswer(asked -> asked.<Set<PersonId>>getArgument(1).contains(known));
    var run = admission.received();
    var values = new HashMap<>(Admission.verified(true));
    values.put("documentNumber", "00 12 № 345678");

    assertThat(verifying.handle(admission.sent(run, values)))
        .contains(new Variable.Assignment("known", true));
  }

  @Test
  void that_another_cooperative_knows_the_document_is_told_to_nobody() {
    var elsewhere = admission.received();
    verifying.handle(admission.sent(elsewhere, Admission.verified(true)));
    var run = admission.received();
    when(admission.memberships.holds(
            argThat(it -> it != null && !it.equals(admission.cooperative)), anySet(), any()))
        .thenReturn(true);

    assertThat(verifying.handle(admission.sent(run, Admission.verified(true))))
        .contains(new Variable.Assignment("known", false));
  }
}

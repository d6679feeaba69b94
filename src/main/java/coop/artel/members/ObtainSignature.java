package coop.artel.members;

import coop.artel.people.People;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The secretary adds what the law missed: the signature, or the comparison with the document. */
@Component
class ObtainSignature implements FormHandler {
  private final Dossiers dossiers;
  private final Signings signings;
  private final IdentityFindings findings;
  private final People people;
  private final FormSentences sentences;

  ObtainSignature(
      Dossiers dossiers,
      Signings signings,
      IdentityFindings findings,
      People people,
      FormSentences sentences) {
    this.dossiers = dossiers;
    this.signings = signings;
    this.findings = findings;
    this.people = people;
    this.sentences = sentences;
  }

  @Override
  public String form() {
    return "obtain-signature";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var application = dossier.id();
    var person = people.find(dossier.person());
    var shown = IdentityFindings.shown(person);
    var document = person.document();
    if (document != null) {
      shown.put("document", sentences.document(document));
    }
    shown.put("matches", signings.identityVerified(application));
    signings.newest(application).ifPresent(signing -> show(signing, shown));
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    var mismatch = findings.checked(dossier, submission);
    findings.keep(dossier, submission, mismatch);
    return List.of(MemberVariables.MISMATCH.with(mismatch.id()));
  }

  private static void show(Signings.Signing signing, Map<String, Object> shown) {
    shown.put("signing", signing.way());
    if (signing.signedOn() != null) {
      shown.put("signedOn", signing.signedOn());
    }
    if (signing.scanDigest() != null) {
      shown.put("scanDigest", signing.scanDigest());
    }
    if (signing.agreementNumber() != null) {
      shown.put("agreementNumber", signing.agreementNumber());
    }
    if (signing.agreementDate() != null) {
      shown.put("agreementDate", signing.agreementDate());
    }
    if (signing.agreementComplete()) {
      shown.put("agreementComplete", true);
    }
  }
}

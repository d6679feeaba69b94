package coop.artel.members;

import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what a secretary found on who an applicant is, and what follows from it. */
@Component
class IdentityFindings {
  private final Dossiers dossiers;
  private final Signings signings;
  private final Returns returns;
  private final People people;
  private final Papers papers;
  private final Cooperatives cooperatives;

  IdentityFindings(
      Dossiers dossiers,
      Signings signings,
      Returns returns,
      People people,
      Papers papers,
      Cooperatives cooperatives) {
    this.dossiers = dossiers;
    this.signings = signings;
    this.returns = returns;
    this.people = people;
    this.papers = papers;
    this.cooperatives = cooperatives;
  }

  /** Who the application names, as the forms show it. */
  static Map<String, Object> shown(Person person) {
    var shown = new HashMap<String, Object>();
    shown.put("applicantName", person.fullName());
    if (person.born() != null) {
      shown.put("applicantBorn", person.born());
    }
    if (person.address() != null) {
      shown.put("applicantAddress", person.address());
    }
    return shown;
  }

  /** What does not match; all that is wrong is told at once, before anything is written. */
  Mismatch checked(Dossier dossier, Submission submission) {
    var check = new FormInvalid.Check();
    var mismatch = Mismatch.in(submission, check);
    // A paper may have been signed, and on its way, long before it came.
    var sentOn = dossiers.onPaper(dossier.id()).isPresent() ? null : dossier.receivedOn();
    signings.check(check, submission, sentOn, people.find(dossier.person()).born());
    check.done();
    return mismatch;
  }

  /** A document that matches for the first time is written into the consent. */
  void keep(Dossier dossier, Submission submission, Mismatch mismatch) {
    var zone = cooperatives.find(submission.cooperative()).zone();
    boolean verified = signings.identityVerified(dossier.id());
    signings.keep(dossier, submission, zone);
    signature(dossier, submission).ifPresent(submission.run()::happened);
    if (submission.flag("matches") && !verified) {
      papers.consentAnew(dossier).ifPresent(it -> submission.run().wrote(it.digest()));
    }
    if (mismatch != Mismatch.NONE) {
      returns.keep(dossier, submission, mismatch == Mismatch.DATA, zone);
    }
    if (mismatch == Mismatch.DATA) {
      dossiers.status(dossier.id(), Status.TO_BE_CORRECTED);
    }
  }

  /** That the application is signed, as the secretary found it. */
  private Optional<Happening> signature(Dossier dossier, Submission submission) {
    return Signings.signed(submission)
        .map(
            signedOn ->
                Happening.of(RecordKind.SIGNATURE)
                    .with("way", submission.text("signing"))
                    .with("document", papers.digestOf(dossier.paperWritten()))
                    .with("signer", dossier.person())
                    .committing("signedOn", signedOn.toString()));
  }
}

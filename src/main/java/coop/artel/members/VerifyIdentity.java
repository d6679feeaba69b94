package coop.artel.members;

import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.people.Person.IdentityDocument;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The secretary compares the applicant with a document and says how the application is signed. */
@Component
class VerifyIdentity implements FormHandler {
  private final Dossiers dossiers;
  private final IdentityFindings findings;
  private final People people;
  private final Applicants applicants;

  VerifyIdentity(
      Dossiers dossiers, IdentityFindings findings, People people, Applicants applicants) {
    this.dossiers = dossiers;
    this.findings = findings;
    this.people = people;
    this.applicants = applicants;
  }

  @Override
  public String form() {
    return "verify-identity";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var person = people.find(dossiers.of(run).person());
    var shown = IdentityFindings.shown(person);
    var document = person.document();
    if (document != null) {
      shown.put("documentKind", document.kind());
      shown.put("documentNumber", document.number());
      shown.put("issuedOn", document.issuedOn());
      shown.put("issuedBy", document.issuedBy());
    }
    dossiers.onPaper(dossiers.of(run).id()).ifPresent(paper -> show(paper, shown));
    return shown;
  }

  /** The secretary has seen the paper already; that it is signed is still to be looked at. */
  private static void show(OnPaper paper, Map<String, Object> shown) {
    shown.put("signing", "paper");
    shown.put("scanDigest", paper.scanDigest());
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    var mismatch = findings.checked(dossier, submission);
    var told = applicants.asFacts(dossier);
    if (mismatch != Mismatch.PERSON) {
      people.change(with(people.find(dossier.person()), document(submission)));
    }
    findings.keep(dossier, submission, mismatch);
    // That others know this document is nobody's business here: only what the law would be told
    // counts, and that comes from the own register and files.
    return List.of(
        MemberVariables.KNOWN.with(!applicants.asFacts(dossier).equals(told)),
        MemberVariables.MISMATCH.with(mismatch.id()));
  }

  private static IdentityDocument document(Submission submission) {
    return new IdentityDocument(
        submission.text("documentKind"),
        submission.text("documentNumber"),
        LocalDate.parse(submission.text("issuedOn")),
        submission.text("issuedBy"));
  }

  private static Person with(Person person, IdentityDocument document) {
    return new Person(
        person.id(),
        person.familyName(),
        person.givenName(),
        person.patronymic(),
        person.born(),
        person.address(),
        person.phone(),
        person.email(),
        document);
  }
}

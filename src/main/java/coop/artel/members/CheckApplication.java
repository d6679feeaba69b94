package coop.artel.members;

import coop.artel.law.AdmissionFacts;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.MeetingVariables;
import coop.artel.people.Consents;
import coop.artel.people.People;
import coop.artel.registry.Memberships;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether the application is complete and the applicant may be admitted. */
@Component
class CheckApplication implements Step {
  private final Dossiers dossiers;
  private final People people;
  private final Consents consents;
  private final Memberships memberships;
  private final FormerApplications former;
  private final Law law;

  CheckApplication(
      Dossiers dossiers,
      People people,
      Consents consents,
      Memberships memberships,
      FormerApplications former,
      Law law) {
    this.dossiers = dossiers;
    this.people = people;
    this.consents = consents;
    this.memberships = memberships;
    this.former = former;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var decision = law.ask(asFacts(dossier), run.cooperative(), dossier.receivedOn());
    run.decided(decision);
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
    dossiers.status(
        dossier.id(),
        decision.outcome() == Outcome.MISSING ? Status.TO_BE_COMPLETED : Status.IN_CHECK);
  }

  /** The form is a written one to the council, and its consent a document of its own. */
  private AdmissionFacts asFacts(Dossier dossier) {
    var person = people.find(dossier.person());
    var cooperative = dossier.cooperative();
    var receivedOn = dossier.receivedOn();
    var consent = consents.standing(dossier.person(), cooperative, ReceiveApplication.PURPOSE);
    return new AdmissionFacts(
        "council",
        true,
        true,
        person.born(),
        person.address() != null,
        dossier.income() != null,
        consent.map(Consents.Consent::givenOn).orElse(null),
        consent.map(Consents.Consent::separateDocument).orElse(false),
        memberships.of(cooperative, dossier.person(), receivedOn).isPresent(),
        former.lapsed(cooperative, person, receivedOn).orElse(null));
  }
}

package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.MeetingVariables;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether the application is complete and the applicant may be admitted. */
@Component
class CheckApplication implements Step {
  private final Dossiers dossiers;
  private final Applicants applicants;
  private final Law law;

  CheckApplication(Dossiers dossiers, Applicants applicants, Law law) {
    this.dossiers = dossiers;
    this.applicants = applicants;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var decision =
        law.ask(
            applicants.asFacts(dossier),
            run.cooperative(),
            dossier.receivedOn(),
            dossier.person(),
            run.caseId());
    run.decided(decision);
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
    if (decision.outcome() == Outcome.MISSING) {
      dossiers.status(dossier.id(), Status.TO_BE_COMPLETED);
    }
  }
}

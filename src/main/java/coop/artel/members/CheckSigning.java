package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.meetings.MeetingVariables;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether the application is signed by whom it names. */
@Component
class CheckSigning implements Step {
  private final Dossiers dossiers;
  private final Signings signings;
  private final Law law;

  CheckSigning(Dossiers dossiers, Signings signings, Law law) {
    this.dossiers = dossiers;
    this.signings = signings;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var application = dossier.id();
    var signing =
        signings
            .newest(application)
            .orElseThrow(() -> new IllegalStateException("Nobody looked at the signature yet"));
    var facts = signing.asFacts(signings.identityVerified(application));
    var decision = law.ask(facts, run.cooperative(), signing.day(), dossier.person(), run.caseId());
    run.decided(decision);
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
  }
}

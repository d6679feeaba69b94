package coop.artel.members;

import coop.artel.meetings.MeetingVariables;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Tells the applicant in writing why the application comes back, with the articles. */
@Component
class WriteReturnLetter implements Step {
  private final Dossiers dossiers;
  private final Returns returns;
  private final Papers papers;

  WriteReturnLetter(Dossiers dossiers, Returns returns, Papers papers) {
    this.dossiers = dossiers;
    this.returns = returns;
    this.papers = papers;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var returned =
        returns
            .newest(dossier.id())
            .orElseThrow(() -> new IllegalStateException("Nobody returned the application"));
    var decision = papers.decision(MeetingVariables.DECISION.in(run));
    run.wrote(papers.returnLetter(dossier, decision, returned).digest());
    dossiers.status(dossier.id(), Status.RETURNED);
    MemberVariables.RETURNED.set(run, true);
  }
}

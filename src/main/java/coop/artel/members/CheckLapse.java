package coop.artel.members;

import coop.artel.law.LapseFacts;
import coop.artel.law.Law;
import coop.artel.meetings.MeetingVariables;
import coop.artel.meetings.Questions;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether the decision has lapsed, now that the accountant says nothing was paid. */
@Component
class CheckLapse implements Step {
  private final Dossiers dossiers;
  private final Questions questions;
  private final Notices notices;
  private final Law law;

  CheckLapse(Dossiers dossiers, Questions questions, Notices notices, Law law) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.notices = notices;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var facts =
        new LapseFacts(
            questions.resolution(dossier.questionPut()).decidedOn(),
            dossier.lastDayToTell(),
            notices.sentOn(dossier.id()).orElse(null),
            dossier.lastDayToPay(),
            !MemberVariables.ARRIVED.in(run));
    var decision = law.ask(facts, run.cooperative(), facts.lapsesOn());
    run.decided(decision);
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
  }
}

package coop.artel.members;

import coop.artel.law.LapseFacts;
import coop.artel.law.Law;
import coop.artel.meetings.MeetingVariables;
import coop.artel.meetings.Questions;
import coop.artel.members.Payments.Payment;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether the decision has lapsed, now that the accountant says nothing was paid. */
@Component
class CheckLapse implements Step {
  private final Dossiers dossiers;
  private final Questions questions;
  private final Notices notices;
  private final Payments payments;
  private final Law law;
  private final OwnTerms own;

  CheckLapse(
      Dossiers dossiers,
      Questions questions,
      Notices notices,
      Payments payments,
      Law law,
      OwnTerms own) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.notices = notices;
    this.payments = payments;
    this.law = law;
    this.own = own;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var inTime = payments.inTime(dossier.id(), dossier.lastDayToPay());
    var facts =
        new LapseFacts(
            questions.resolution(dossier.questionPut()).decidedOn(),
            dossier.lastDayToTell(),
            notices.sentOn(dossier.id()).orElse(null),
            dossier.lastDayToPay(),
            !MemberVariables.ARRIVED.in(run),
            inTime.entranceFee().map(Payment::sum).orElse(null),
            inTime.share().map(Payment::sum).orElse(null));
    var decision =
        law.ask(facts, run.cooperative(), facts.lapsesOn(), dossier.person(), run.caseId());
    run.decided(decision);
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
    var workBy = own.workFromToday(run.cooperative());
    MemberVariables.JUDGE_BY.set(run, workBy);
    MemberVariables.NONPAYMENT_BY.set(run, workBy);
  }
}

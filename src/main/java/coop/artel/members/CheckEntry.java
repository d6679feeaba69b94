package coop.artel.members;

import coop.artel.law.EntryFacts;
import coop.artel.law.Law;
import coop.artel.meetings.MeetingVariables;
import coop.artel.meetings.Questions;
import coop.artel.members.Payments.Payment;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether what was decided and paid makes the applicant a member. */
@Component
class CheckEntry implements Step {
  private final Dossiers dossiers;
  private final Payments payments;
  private final Questions questions;
  private final Applicants applicants;
  private final Law law;

  CheckEntry(
      Dossiers dossiers, Payments payments, Questions questions, Applicants applicants, Law law) {
    this.dossiers = dossiers;
    this.payments = payments;
    this.questions = questions;
    this.applicants = applicants;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    var facts = facts(dossiers.of(run), run);
    var decision = law.ask(facts, run.cooperative(), facts.memberOn());
    run.decided(decision);
    MemberVariables.MEMBER_ON.set(run, decision.referenceDate());
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
  }

  private EntryFacts facts(Dossier dossier, Run run) {
    var resolution = questions.resolution(dossier.questionPut());
    var paid = payments.of(dossier.id());
    var facts =
        new EntryFacts(
            resolution.adopted(),
            resolution.decidedOn(),
            paid.entranceFee().map(Payment::sum).orElse(null),
            paid.entranceFee().map(Payment::paidOn).orElse(null),
            paid.share().map(Payment::sum).orElse(null),
            paid.share().map(Payment::paidOn).orElse(null),
            MemberVariables.PAY_BY.in(run),
            false);
    return applicants.isMember(dossier, facts.memberOn()) ? facts.ofMember() : facts;
  }
}

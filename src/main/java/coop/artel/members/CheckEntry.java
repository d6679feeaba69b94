package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.MeetingVariables;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether what was decided and paid makes the applicant a member. */
@Component
class CheckEntry implements Step {
  private final EntryMatter matter;
  private final Dossiers dossiers;
  private final Law law;
  private final OwnTerms own;

  CheckEntry(EntryMatter matter, Dossiers dossiers, Law law, OwnTerms own) {
    this.matter = matter;
    this.dossiers = dossiers;
    this.law = law;
    this.own = own;
  }

  @Override
  public void run(Run run) {
    var facts = matter.of(run);
    var decision =
        law.ask(
            facts, run.cooperative(), facts.memberOn(), dossiers.of(run).person(), run.caseId());
    run.decided(decision);
    MemberVariables.MEMBER_ON.set(run, decision.referenceDate());
    MemberVariables.ALREADY_MEMBER.set(run, facts.alreadyMember());
    MeetingVariables.DECISION.set(run, decision.id());
    // Of several grounds the law names a refusal first; nobody can judge half a payment.
    var outcome =
        decision.outcome() == Outcome.REFUSED && matter.lacksPayment(run)
            ? Outcome.MISSING
            : decision.outcome();
    MeetingVariables.OUTCOME.set(run, outcome.id());
    MemberVariables.JUDGE_BY.set(run, own.workFromToday(run.cooperative()));
  }
}

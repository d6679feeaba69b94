package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.meetings.MeetingVariables;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the law whether what was decided and paid makes the applicant a member. */
@Component
class CheckEntry implements Step {
  private final EntryMatter matter;
  private final Law law;
  private final OwnTerms own;

  CheckEntry(EntryMatter matter, Law law, OwnTerms own) {
    this.matter = matter;
    this.law = law;
    this.own = own;
  }

  @Override
  public void run(Run run) {
    var facts = matter.of(run);
    var decision = law.ask(facts, run.cooperative(), facts.memberOn());
    run.decided(decision);
    MemberVariables.MEMBER_ON.set(run, decision.referenceDate());
    MemberVariables.ALREADY_MEMBER.set(run, facts.alreadyMember());
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
    MemberVariables.JUDGE_BY.set(run, own.workFromToday(run.cooperative()));
  }
}

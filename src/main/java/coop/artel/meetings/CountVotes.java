package coop.artel.meetings;

import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the law what the votes amount to; if too few were cast, voting goes on. */
@Component
class CountVotes implements Step {
  private final QuestionRows questions;
  private final Cooperatives cooperatives;
  private final OpenQuestion opening;
  private final Law law;

  CountVotes(QuestionRows questions, Cooperatives cooperatives, OpenQuestion opening, Law law) {
    this.questions = questions;
    this.cooperatives = cooperatives;
    this.opening = opening;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    UUID id = MeetingVariables.QUESTION.in(run);
    var question = questions.lock(id).orElseThrow(() -> new QuestionUnknown(id));
    LocalDate closedOn = Closing.day(question, cooperatives);
    var facts = questions.tally(id).asFacts(closedOn, question.decideBy());
    var decision = law.ask(facts, run.cooperative(), closedOn);
    run.decided(decision);
    questions.counted(id, decision.id());
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
    if (decision.outcome() == Outcome.MISSING) {
      // Who has joined the council meanwhile has a vote now, or nobody might be left to cast one.
      opening.seat(id, run);
      questions.reopen(id);
    } else {
      MeetingVariables.ADOPTED.set(run, decision.granted());
    }
  }
}

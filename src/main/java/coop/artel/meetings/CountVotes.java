package coop.artel.meetings;

import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks the law what the votes amount to, with a person's judgement if the law has left something to
 * one. If votes are missing and there is somebody to cast them, voting goes on.
 */
@Component
class CountVotes implements Step {
  private final QuestionRows questions;
  private final Cooperatives cooperatives;
  private final Law law;
  private final ApplicationEventPublisher news;

  CountVotes(
      QuestionRows questions, Cooperatives cooperatives, Law law, ApplicationEventPublisher news) {
    this.questions = questions;
    this.cooperatives = cooperatives;
    this.law = law;
    this.news = news;
  }

  @Override
  public void run(Run run) {
    UUID id = MeetingVariables.QUESTION.in(run);
    var question = questions.lock(id).orElseThrow(() -> new QuestionUnknown(id));
    LocalDate closedOn = Closing.day(question, cooperatives);
    var tally = Tally.of(question);
    var facts = tally.asFacts(closedOn, question.decideBy());
    var about = question.subject();
    var judgement = MeetingVariables.JUDGEMENT.find(run);
    var decision =
        judgement
            .map(
                byHand ->
                    law.askAgain(facts, run.cooperative(), closedOn, about, byHand, run.caseId()))
            .orElseGet(() -> law.ask(facts, run.cooperative(), closedOn, about, run.caseId()));
    run.decided(decision);
    questions.counted(question, decision.id());
    news.publishEvent(new VotesCounted(question.caseId(), decision.outcome()));
    MeetingVariables.DECISION.set(run, decision.id());
    MeetingVariables.OUTCOME.set(run, decision.outcome().id());
    if (judgement.isPresent()) {
      // It answered this count; whatever is counted later has other votes or another day.
      run.set(MeetingVariables.JUDGEMENT.name(), null);
    }
    if (decision.outcome() == Outcome.MISSING) {
      MeetingVariables.ALL_VOTED.set(run, tally.allVoted());
      if (!tally.allVoted()) {
        questions.open(id);
      }
    } else if (decision.outcome() != Outcome.HUMAN) {
      MeetingVariables.ADOPTED.set(run, decision.granted());
    }
  }
}

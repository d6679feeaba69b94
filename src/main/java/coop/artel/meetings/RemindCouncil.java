package coop.artel.meetings;

import coop.artel.meetings.Questions.Vote;
import coop.artel.meetings.Questions.Voter;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Marks the question, so that those who have not voted are pressed for it. */
@Component
class RemindCouncil implements Step {
  private final QuestionRows questions;
  private final ApplicationEventPublisher events;

  RemindCouncil(QuestionRows questions, ApplicationEventPublisher events) {
    this.questions = questions;
    this.events = events;
  }

  @Override
  public void run(Run run) {
    UUID id = MeetingVariables.QUESTION.in(run);
    questions.remind(id);
    var question = questions.lock(id).orElseThrow(() -> new QuestionUnknown(id));
    var voted = question.votes().stream().map(Vote::voter).toList();
    events.publishEvent(
        new VotesAwaited(
            id,
            question.caseId(),
            question.cooperative(),
            question.matter().kind(),
            question.voters().stream()
                .map(Voter::person)
                .filter(person -> !voted.contains(person))
                .toList()));
  }
}

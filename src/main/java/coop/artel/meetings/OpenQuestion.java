package coop.artel.meetings;

import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens the vote to those who sit on the council today, or lets it go on; where all of them have
 * voted already it goes to the count at once.
 */
@Component
class OpenQuestion implements Step {
  private final QuestionRows questions;
  private final Seats seats;
  private final ApplicationEventPublisher events;

  OpenQuestion(QuestionRows questions, Seats seats, ApplicationEventPublisher events) {
    this.questions = questions;
    this.seats = seats;
    this.events = events;
  }

  @Override
  public Set<String> refusals() {
    return Set.of(CouncilEmpty.CODE);
  }

  @Override
  public void run(Run run) {
    UUID id = MeetingVariables.QUESTION.in(run);
    var question = questions.lock(id).orElseThrow(() -> new QuestionUnknown(id));
    var council = seats.today(question.cooperative(), List.of());
    if (council.isEmpty()) {
      throw new CouncilEmpty();
    }
    questions.addVoters(id, council);
    questions.open(id);
    boolean allVoted = new Tally(council, question.votes()).allVoted();
    if (allVoted) {
      questions.close(id, null);
    } else {
      events.publishEvent(
          new QuestionOpened(
              id, question.caseId(), question.cooperative(), question.matter().kind()));
    }
    MeetingVariables.ALL_VOTED.set(run, allVoted);
  }
}

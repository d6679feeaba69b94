package coop.artel.meetings;

import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens the vote to those who sit on the council today, or lets it go on; where all of them have
 * voted already it goes to the count at once.
 */
@Component
class OpenQuestion implements Step {
  private final QuestionRows questions;
  private final Seats seats;

  OpenQuestion(QuestionRows questions, Seats seats) {
    this.questions = questions;
    this.seats = seats;
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
    }
    MeetingVariables.ALL_VOTED.set(run, allVoted);
  }
}

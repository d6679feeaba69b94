package coop.artel.meetings;

import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Marks the question, so that the pages of those who have not voted press for it. */
@Component
class RemindCouncil implements Step {
  private final QuestionRows questions;

  RemindCouncil(QuestionRows questions) {
    this.questions = questions;
  }

  @Override
  public void run(Run run) {
    questions.remind(MeetingVariables.QUESTION.in(run));
  }
}

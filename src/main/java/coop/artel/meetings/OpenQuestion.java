package coop.artel.meetings;

import coop.artel.meetings.Questions.Voter;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the vote to those who sit on the council today. */
@Component
class OpenQuestion implements Step {
  private final QuestionRows questions;
  private final Offices offices;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  OpenQuestion(
      QuestionRows questions, Offices offices, Cooperatives cooperatives, LegalClock clock) {
    this.questions = questions;
    this.offices = offices;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  @Override
  public void run(Run run) {
    UUID question = MeetingVariables.QUESTION.in(run);
    seat(question, run);
    questions.open(question);
  }

  /** Gives a vote to everybody who sits on the council today. */
  void seat(UUID question, Run run) {
    var cooperative = run.cooperative();
    var today = clock.today(cooperatives.find(cooperative).zone());
    var chairs = offices.holders(cooperative, Office.CHAIR, today);
    var members = offices.holders(cooperative, Office.COUNCIL, today);
    if (members.isEmpty()) {
      throw new CouncilEmpty();
    }
    questions.addVoters(
        question, members.stream().map(m -> new Voter(m, chairs.contains(m))).toList());
  }
}

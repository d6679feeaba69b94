package coop.artel.meetings;

import coop.artel.meetings.Questions.Question;
import coop.artel.registry.Cooperatives;
import java.time.LocalDate;

/** The day on which a vote ended, where the cooperative is: the reference date of its decision. */
final class Closing {
  private Closing() {}

  static LocalDate day(Question question, Cooperatives cooperatives) {
    if (question.closedAt() == null) {
      throw new IllegalStateException("The vote on %s is still open".formatted(question.id()));
    }
    return LocalDate.ofInstant(
        question.closedAt(), cooperatives.find(question.cooperative()).zone());
  }
}

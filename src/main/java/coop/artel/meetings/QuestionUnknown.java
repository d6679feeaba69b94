package coop.artel.meetings;

import coop.artel.values.Refusal;
import java.util.UUID;

/** There is no such question, or the caller may not know of it. */
class QuestionUnknown extends Refusal {
  QuestionUnknown(UUID question) {
    super(Kind.NOT_FOUND, "question-unknown", "There is no question %s", question.toString());
  }
}

package coop.artel.desk.frame;

import coop.artel.law.CaseMoves;
import coop.artel.law.Outcome;
import java.util.Optional;

/** Says what moving a question of a case to another edition means. */
public final class Moved {
  private Moved() {}

  /** {@code Да → Нет}; the same twice says that nothing turns out otherwise. */
  public static String words(CaseMoves.Step step, Wording wording) {
    if (step.then().isEmpty()) {
      return wording.say("moves.nothing-decided");
    }
    if (step.now().isEmpty()) {
      return wording.say("moves.cannot-tell", outcome(step.then(), wording));
    }
    return step.then().equals(step.now())
        ? wording.say("moves.same", outcome(step.then(), wording))
        : wording.say(
            "moves.otherwise", outcome(step.then(), wording), outcome(step.now(), wording));
  }

  private static String outcome(Optional<Outcome> outcome, Wording wording) {
    return outcome.map(it -> wording.say("decision." + it.id())).orElse("—");
  }
}

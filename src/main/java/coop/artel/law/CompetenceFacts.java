package coop.artel.law;

import java.util.Set;

/**
 * Whether a body might decide an item. Question {@code competence}; its reference date is the day
 * of the decision.
 *
 * @param matter as {@link Matters} names it
 * @param body {@code general-meeting}, {@code delegates-meeting}, {@code council}, {@code board}
 * @param entitled all who have a vote
 */
public record CompetenceFacts(
    String matter, String body, boolean onAgenda, int entitled, int participants) implements Facts {
  static final Set<String> BODIES =
      Set.of("general-meeting", "delegates-meeting", "council", "board");

  @Override
  public String question() {
    return "competence";
  }

  boolean delegatesDecide() {
    return Bodies.isOfDelegates(body);
  }
}

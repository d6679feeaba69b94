package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member has a vote already. Question {@code voting-right}; its reference date is the day
 * of the meeting.
 *
 * @param enteredOn the day of the entry in the register of members
 */
public record VotingRightFacts(@Nullable LocalDate enteredOn) implements Facts {
  @Override
  public String question() {
    return "voting-right";
  }
}

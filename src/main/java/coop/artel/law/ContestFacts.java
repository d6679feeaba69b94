package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision of a meeting is contested in time. Question {@code contest}; its reference
 * date is the day of the decision.
 *
 * @param learnedOn the day on which the claimant learned or should have learned of it
 * @param knownOn the day on which it became generally known, absent if it did not
 */
public record ContestFacts(
    @Nullable LocalDate learnedOn, @Nullable LocalDate knownOn, @Nullable LocalDate suedOn)
    implements Facts {
  @Override
  public String question() {
    return "contest";
  }
}

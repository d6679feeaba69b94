package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a share was returned in time. Question {@code refund-term}; its reference date is the day
 * of payment, but the charter counts as it stood at entry.
 *
 * @param excludedOn the day of the decision to exclude
 * @param charterDiffers the charter sets a term of its own
 */
public record RefundTermFacts(
    @Nullable LocalDate enteredOn,
    @Nullable LocalDate leftOn,
    @Nullable LocalDate excludedOn,
    @Nullable LocalDate refundedOn,
    boolean charterDiffers)
    implements Facts {
  @Override
  public String question() {
    return "refund-term";
  }
}

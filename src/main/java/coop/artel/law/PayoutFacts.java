package coop.artel.law;

import coop.artel.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether cooperative payments are within the income. Question {@code payout}; its reference date
 * is the day of the decision on them.
 */
public record PayoutFacts(@Nullable Money income, @Nullable Money payments) implements Facts {
  @Override
  public String question() {
    return "payout";
  }
}

package coop.artel.law;

import coop.artel.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cooperative has capital enough to be registered. Question {@code capital}; its
 * reference date is the day of registration.
 */
public record CapitalFacts(@Nullable Money capital) implements Facts {
  @Override
  public String question() {
    return "capital";
  }
}

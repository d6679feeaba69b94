package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application was decided in time. Question {@code decision-term}; its reference date is
 * the day of the decision.
 */
public record DecisionTermFacts(LocalDate receivedOn, @Nullable LocalDate decidedOn)
    implements Facts {
  @Override
  public String question() {
    return "decision-term";
  }
}

package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether losses were covered in time. Question {@code losses}; its reference date is the day on
 * which the balance was approved.
 */
public record LossesFacts(@Nullable LocalDate balanceApprovedOn, @Nullable LocalDate coveredOn)
    implements Facts {
  @Override
  public String question() {
    return "losses";
  }
}

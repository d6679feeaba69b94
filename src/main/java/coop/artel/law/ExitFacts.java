package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member may leave on a day. Question {@code exit}; its reference date is the day on
 * which the notice was given.
 *
 * @param body that considers it
 * @param atYearEnd the day of leaving is the last of the financial year
 */
public record ExitFacts(
    @Nullable LocalDate exitToldOn,
    @Nullable LocalDate leavesOn,
    boolean exitInWriting,
    @Nullable String body,
    boolean atYearEnd)
    implements Facts {
  @Override
  public String question() {
    return "exit";
  }
}

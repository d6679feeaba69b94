package coop.artel.registry;

import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a register; what is absent leaves it open.
 *
 * @param day on which a line holds
 * @param joined month of its first day
 * @param left month of its last
 */
public record RegisterFilter(
    @Nullable LocalDate day,
    @Nullable YearMonth joined,
    @Nullable YearMonth left,
    @Nullable Words words) {

  /** As it stands on a day. */
  public static RegisterFilter on(LocalDate day) {
    return new RegisterFilter(day, null, null, null);
  }

  /**
   * What was typed, understood: a line that has the number or belongs to one of the persons.
   *
   * @param number absent where the text is none
   */
  public record Words(@Nullable Long number, Set<PersonId> persons) {}
}

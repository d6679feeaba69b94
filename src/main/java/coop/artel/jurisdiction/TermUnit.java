package coop.artel.jurisdiction;

import java.util.Locale;
import java.util.Optional;

/** What a term is counted in. */
public enum TermUnit {
  DAYS,
  WORKING_DAYS,
  WEEKS,
  MONTHS,
  YEARS;

  /** Empty if the unit is not one of time. */
  public static Optional<TermUnit> of(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "days" -> Optional.of(DAYS);
      case "working-days" -> Optional.of(WORKING_DAYS);
      case "weeks" -> Optional.of(WEEKS);
      case "months" -> Optional.of(MONTHS);
      case "years" -> Optional.of(YEARS);
      default -> Optional.empty();
    };
  }
}

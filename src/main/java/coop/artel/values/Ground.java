package coop.artel.values;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting on which an act rests: their number and day. */
public record Ground(String number, @Nullable LocalDate day) {
  private static final int LONGEST = 60;
  private static final int EARLIEST_YEAR = 1900;

  /** Faults stand under {@code groundNumber} and {@code groundDay}. */
  public void check(FieldsRefused.Check check, LocalDate today) {
    check
        .text("groundNumber", number, LONGEST)
        .demand(day != null, "groundDay", "day-empty")
        .demand(day == null || !day.isAfter(today), "groundDay", "day-ahead")
        .demand(day == null || day.getYear() >= EARLIEST_YEAR, "groundDay", "day-impossible");
  }
}

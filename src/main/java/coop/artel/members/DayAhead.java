package coop.artel.members;

import coop.artel.values.Refusal;
import java.time.LocalDate;

/** What is confirmed as done cannot have been done in the future. */
class DayAhead extends Refusal {
  DayAhead(LocalDate day) {
    super(Kind.INVALID, "day-ahead", "%s has not come yet", day);
  }
}

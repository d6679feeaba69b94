package coop.artel.members;

import coop.artel.values.Refusal;
import java.time.LocalDate;

/** After a decision to admit has lapsed, the charter makes the applicant wait. */
class ReapplyTooEarly extends Refusal {
  ReapplyTooEarly(LocalDate earliest) {
    super("reapply-too-early", "A new application is possible from %s on", earliest);
  }
}

package coop.artel.workflow;

import coop.artel.values.Refusal;
import java.time.LocalDate;

/** The legal clock never goes back. */
public class ClockForwardOnly extends Refusal {
  ClockForwardOnly(LocalDate day) {
    super("clock-forward-only", "%s lies behind; the clock only moves forward", day);
  }
}

package coop.artel.workflow;

import coop.artel.values.Refusal;
import java.time.LocalDate;

/** The legal clock would stand further ahead than anything here needs. */
public class ClockTooFar extends Refusal {
  ClockTooFar(LocalDate day, LocalDate last) {
    super("clock-too-far", "%s is too far; the clock moves to %s at the latest", day, last);
  }
}

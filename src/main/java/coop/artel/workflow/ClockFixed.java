package coop.artel.workflow;

import coop.artel.values.Refusal;

/** The clock of this installation is real time, or the day lies behind it. */
public class ClockFixed extends Refusal {
  ClockFixed() {
    super("clock-fixed", "The clock of this installation cannot be moved");
  }
}

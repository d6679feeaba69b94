package coop.artel.registry;

import coop.artel.values.Refusal;

/** The line of the register is not as whoever wanted to correct it had seen it. */
public class EntryChanged extends Refusal {
  public static final String CODE = "entry-changed";

  public EntryChanged(long number) {
    super(CODE, "Line %s of the register has changed meanwhile", Long.toString(number));
  }
}

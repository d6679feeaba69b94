package coop.artel.registry;

import coop.artel.values.Refusal;

/** A number of the register belongs to somebody already. */
public class NumberTaken extends Refusal {
  public static final String CODE = "number-taken";

  NumberTaken(long number) {
    super(CODE, "Number %s of the register is taken", Long.toString(number));
  }
}

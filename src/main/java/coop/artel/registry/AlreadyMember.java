package coop.artel.registry;

import coop.artel.values.Refusal;

/** The person stands in the register already. */
public class AlreadyMember extends Refusal {
  public static final String CODE = "already-member";

  AlreadyMember(long number) {
    super(CODE, "The person is member number %s already", Long.toString(number));
  }
}

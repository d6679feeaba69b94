package coop.artel.registry;

import coop.artel.values.Refusal;

/** The person stands in the register already. */
public class AlreadyMember extends Refusal {
  AlreadyMember(long number) {
    super("already-member", "The person is member number %s already", Long.toString(number));
  }
}

package coop.artel.registry;

import coop.artel.values.Refusal;

/** The person does not stand in the register, or not on that day. */
public class NotMember extends Refusal {
  NotMember() {
    super("not-member", "The person is not a member on that day");
  }
}

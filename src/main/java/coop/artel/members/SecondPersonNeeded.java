package coop.artel.members;

import coop.artel.values.PersonId;
import coop.artel.values.Refusal;

/** Who proposed a change of the register does not approve it. */
class SecondPersonNeeded extends Refusal {
  private SecondPersonNeeded() {
    super(Kind.FORBIDDEN, "second-person-needed", "Nobody approves what they proposed themselves");
  }

  static void demand(PersonId proposedBy, PersonId approves) {
    if (proposedBy.equals(approves)) {
      throw new SecondPersonNeeded();
    }
  }
}

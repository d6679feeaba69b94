package coop.artel.members;

import coop.artel.access.Caller;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who proposed a change of the register does not approve it; nor does the one it was proposed for,
 * nor whoever stands in for one of the two.
 */
class SecondPersonNeeded extends Refusal {
  private SecondPersonNeeded() {
    super(Kind.FORBIDDEN, "second-person-needed", "Nobody approves what they proposed themselves");
  }

  static void demand(PersonId proposedBy, @Nullable PersonId proposedFor, Caller approves) {
    if (approves.speaksFor(proposedBy) || proposedFor != null && approves.speaksFor(proposedFor)) {
      throw new SecondPersonNeeded();
    }
  }
}

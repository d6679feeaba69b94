package coop.artel.members;

import coop.artel.access.Caller;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.Refusal;

/** Only the cooperative's secretary does this. */
public class SecretaryOnly extends Refusal {
  private SecretaryOnly() {
    super(Kind.FORBIDDEN, "secretary-only", "Only the secretary of the cooperative may do this");
  }

  public static void demand(Caller caller, CooperativeId cooperative) {
    if (!caller.holds(cooperative, Office.SECRETARY)) {
      throw new SecretaryOnly();
    }
  }
}

package coop.artel.registry;

import coop.artel.values.CooperativeId;
import coop.artel.values.Refusal;

/** There is no such cooperative. */
public class CooperativeUnknown extends Refusal {
  CooperativeUnknown(CooperativeId cooperative) {
    super(
        Kind.NOT_FOUND,
        "cooperative-unknown",
        "There is no cooperative %s",
        cooperative.toString());
  }
}

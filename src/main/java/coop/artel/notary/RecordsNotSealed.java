package coop.artel.notary;

import coop.artel.values.Refusal;

/** There is nothing to prove yet: the records of the case wait for their checkpoint. */
public class RecordsNotSealed extends Refusal {
  public RecordsNotSealed() {
    super("records-not-sealed", "The records of this case are not sealed yet; try in a moment");
  }
}

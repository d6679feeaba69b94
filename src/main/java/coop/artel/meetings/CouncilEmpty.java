package coop.artel.meetings;

import coop.artel.values.Refusal;

/** There is nobody who could decide. */
class CouncilEmpty extends Refusal {
  static final String CODE = "council-empty";

  CouncilEmpty() {
    super(CODE, "Nobody holds the office of a council member");
  }
}

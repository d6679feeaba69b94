package coop.artel.meetings;

import coop.artel.values.Refusal;

/** There is nobody who could decide. */
class CouncilEmpty extends Refusal {
  CouncilEmpty() {
    super("council-empty", "Nobody holds the office of a council member");
  }
}

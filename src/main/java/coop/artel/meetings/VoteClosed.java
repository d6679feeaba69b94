package coop.artel.meetings;

import coop.artel.values.Refusal;

/** No votes are taken on this question any more. */
class VoteClosed extends Refusal {
  VoteClosed() {
    super("vote-closed", "The vote is closed");
  }
}

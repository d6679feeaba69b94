package coop.artel.meetings;

import coop.artel.values.Refusal;

/** A vote is cast once. */
class AlreadyVoted extends Refusal {
  AlreadyVoted() {
    super("already-voted", "You have voted on this question already");
  }
}

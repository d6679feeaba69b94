package coop.artel.meetings;

import coop.artel.values.Refusal;

/** Too few have voted for the vote to be closed. */
class QuorumNotMet extends Refusal {
  QuorumNotMet(int voted, int members) {
    super("quorum-not-met", "%d of %d have voted, which is not enough to decide", voted, members);
  }
}

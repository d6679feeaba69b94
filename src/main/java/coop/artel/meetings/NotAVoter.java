package coop.artel.meetings;

import coop.artel.values.Refusal;

/** Somebody without a vote on a question tries to vote. */
class NotAVoter extends Refusal {
  NotAVoter() {
    super(Kind.FORBIDDEN, "not-a-voter", "Only those who have a vote on this question may vote");
  }
}

package coop.artel.meetings;

import coop.artel.values.Refusal;

/** What was said with a vote is too long, or cannot be read. */
class VoteReasonMalformed extends Refusal {
  VoteReasonMalformed(int longest) {
    super(
        Kind.INVALID,
        "vote-reason-malformed",
        "A reason has at most %d readable characters",
        longest);
  }
}

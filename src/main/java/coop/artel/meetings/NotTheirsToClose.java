package coop.artel.meetings;

import coop.artel.values.Refusal;

/** Somebody without the office tries to close a vote. */
class NotTheirsToClose extends Refusal {
  NotTheirsToClose() {
    super(
        Kind.FORBIDDEN,
        "vote-not-yours-to-close",
        "Only the chair or the secretary closes a vote before all have voted");
  }
}

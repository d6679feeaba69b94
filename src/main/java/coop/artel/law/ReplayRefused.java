package coop.artel.law;

import coop.artel.values.Refusal;

/** A replay that cannot be begun, seen or ended. */
public final class ReplayRefused extends Refusal {
  private ReplayRefused(Kind kind, String code, String english) {
    super(kind, code, english);
  }

  static ReplayRefused notTheirs() {
    return new ReplayRefused(
        Kind.FORBIDDEN, "replay-for-lawyers", "Past decisions are asked about again by lawyers");
  }

  static ReplayRefused unknown() {
    return new ReplayRefused(Kind.NOT_FOUND, "replay-unknown", "There is no such replay");
  }

  static ReplayRefused underWay() {
    return new ReplayRefused(
        Kind.CONFLICT, "replay-under-way", "The same replay of this edition is under way");
  }

  static ReplayRefused ended() {
    return new ReplayRefused(Kind.CONFLICT, "replay-ended", "This replay has ended");
  }
}

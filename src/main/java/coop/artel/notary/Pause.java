package coop.artel.notary;

import java.time.Duration;
import java.time.Instant;

/** Waiting by a clock that may go back. */
final class Pause {
  private Pause() {}

  /**
   * Whether it is still to be waited.
   *
   * @param longest that a pause ever is: one that seems longer means that the clock went back
   */
  static boolean lasts(Instant now, Instant until, Duration longest) {
    var left = Duration.between(now, until);
    return left.compareTo(Duration.ZERO) > 0 && left.compareTo(longest) <= 0;
  }
}

package coop.artel.access;

import java.time.Duration;

/** For the tests of other modules. */
public final class TooManySample {
  private TooManySample() {}

  public static TooMany of(Duration wait) {
    return new TooMany(wait);
  }
}

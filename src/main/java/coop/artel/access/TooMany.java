package coop.artel.access;

import coop.artel.values.Refusal;
import java.time.Duration;

/** Somebody does something more often than everybody may; later it is possible again. */
public class TooMany extends Refusal {
  private final long seconds;

  TooMany(Duration wait) {
    super(
        Kind.TOO_MANY,
        "too-many",
        "Too much has come from this address; try again in %s minutes",
        Math.max(1, wait.plusSeconds(59).toMinutes()));
    this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** After so many it is worth trying again. */
  public long seconds() {
    return seconds;
  }
}

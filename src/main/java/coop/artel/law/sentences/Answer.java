package coop.artel.law.sentences;

import org.jspecify.annotations.Nullable;

/**
 * What a condition came to.
 *
 * @param fact that was looked at, or unknown
 * @param norm that it was measured by, if any
 */
public record Answer(
    State state, @Nullable String fact, @Nullable Object factValue, @Nullable NormValue norm) {
  /** Held, failed, or not to be told while the fact or the norm's value is unknown. */
  public enum State {
    HELD,
    FAILED,
    UNKNOWN
  }

  static Answer of(boolean held, String fact, @Nullable Object value) {
    return of(held, fact, value, null);
  }

  static Answer of(boolean held, String fact, @Nullable Object value, @Nullable NormValue norm) {
    return new Answer(held ? State.HELD : State.FAILED, fact, value, norm);
  }

  static Answer unknown(String fact, @Nullable Object value, @Nullable NormValue norm) {
    return new Answer(State.UNKNOWN, fact, value, norm);
  }

  boolean decides() {
    return norm == null || norm.decides();
  }
}

package coop.artel.law.sentences;

import org.jspecify.annotations.Nullable;

/**
 * What a condition came to.
 *
 * @param fact that was looked at, or unknown
 * @param norm that it was measured by, if any
 * @param allowed what it comes to where a person lets the norm count although it may not decide, or
 *     lets the condition pass where there is no figure
 */
public record Answer(
    State state,
    @Nullable String fact,
    @Nullable Object factValue,
    @Nullable NormValue norm,
    State allowed) {
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
    var state = held ? State.HELD : State.FAILED;
    return new Answer(state, fact, value, norm, state);
  }

  static Answer unknown(String fact, @Nullable Object value, @Nullable NormValue norm) {
    return unknown(fact, value, norm, true);
  }

  /** The same where even a person's leave does not make it pass unless the facts bear it. */
  static Answer unknown(
      String fact, @Nullable Object value, @Nullable NormValue norm, boolean allowed) {
    return new Answer(State.UNKNOWN, fact, value, norm, allowed ? State.HELD : State.FAILED);
  }

  boolean decides() {
    return norm == null || norm.decides();
  }
}

package coop.artel.law.sentences;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition came to.
 *
 * @param fact that was looked at, or unknown
 * @param norms that it was measured by, the first by which the condition is known
 * @param allowed what it comes to where a person lets the norms count although they may not decide,
 *     or lets the condition pass where there is no figure
 */
public record Answer(
    State state,
    @Nullable String fact,
    @Nullable Object factValue,
    List<NormValue> norms,
    State allowed) {
  /** Held, failed, or not to be told while the fact or the norm's value is unknown. */
  public enum State {
    HELD,
    FAILED,
    UNKNOWN
  }

  static Answer of(boolean held, String fact, @Nullable Object value, NormValue... norms) {
    var state = held ? State.HELD : State.FAILED;
    return new Answer(state, fact, value, List.of(norms), state);
  }

  static Answer unknown(String fact, @Nullable Object value, NormValue... norms) {
    return unknown(fact, value, true, norms);
  }

  /** The same where even a person's leave does not make it pass unless the facts bear it. */
  static Answer unknown(String fact, @Nullable Object value, boolean allowed, NormValue... norms) {
    return new Answer(
        State.UNKNOWN, fact, value, List.of(norms), allowed ? State.HELD : State.FAILED);
  }

  /** The first norm, with the standing of the weakest of those that it was used with. */
  public @Nullable NormValue norm() {
    @Nullable NormValue weakest = null;
    for (var norm : norms) {
      if (weakest == null || norm.rank() < weakest.rank()) {
        weakest = norm;
      }
    }
    return weakest == null ? null : norms.get(0).as(weakest.standing());
  }

  boolean decides() {
    return norms.stream().allMatch(NormValue::decides);
  }
}

package coop.artel.desk.frame;

import coop.artel.notary.StampState;
import coop.artel.notary.StampState.Stamped;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Says by when an authority has witnessed what, or what waits for it since when and why. */
final class StampWords {
  private final Wording wording;
  private final ZoneId zone;

  StampWords(Wording wording, ZoneId zone) {
    this.wording = wording;
    this.zone = zone;
  }

  /** Of the whole log. */
  String newest(StampState state) {
    var newest = state.newest();
    var words =
        newest == null
            ? ""
            : wording.count("stamp.newest", newest.size(), at(newest), newest.authority());
    if (!state.asked()) {
      return words.isEmpty()
          ? wording.say("stamp.off")
          : words + "; " + wording.say("stamp.off-now");
    }
    var since = state.since();
    if (since != null) {
      var waiting = wording.say("stamp.away", wording.moment(since, zone), why(state));
      return words.isEmpty() ? waiting : words + "; " + waiting;
    }
    return words.isEmpty() ? none(state) : words;
  }

  private String none(StampState state) {
    var oldest = state.oldestUnstamped();
    return oldest == null
        ? wording.say("stamp.nothing")
        : wording.say("stamp.none-yet", wording.moment(oldest, zone));
  }

  /**
   * Of a case.
   *
   * @param over the stamp over its last sealed record, absent where that waits for one
   * @param number of that record
   * @param sealed when it was sealed or anchored, in words
   */
  String over(StampState state, @Nullable Stamped over, long number, String sealed) {
    if (over != null) {
      return wording.say("stamp.case", at(over), over.authority(), number);
    }
    if (!state.asked()) {
      return wording.say("stamp.case-off");
    }
    return state.reason() == null
        ? wording.say("stamp.case-waits", sealed)
        : wording.say("stamp.case-waits-why", sealed, why(state));
  }

  private String at(Stamped stamp) {
    return wording.moment(stamp.at(), zone);
  }

  private String why(StampState state) {
    var reason = String.valueOf(state.reason());
    return wording.sayOr("stamp.reason." + reason, reason);
  }
}

package coop.artel.desk;

import coop.artel.chain.ChainState;
import coop.artel.notary.LogState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Says in one line how far the log has come, what waits and why. */
final class LogWords {
  /** The hour alone says enough for so long. */
  private static final Duration RECENT = Duration.ofHours(12);

  private final Wording wording;
  private final ZoneId zone;
  private final Instant now;

  LogWords(Wording wording, ZoneId zone, Instant now) {
    this.wording = wording;
    this.zone = zone;
    this.now = now;
  }

  String of(LogState log, ChainState chain) {
    if (log.sealed() == 0 && log.unsealed() == 0) {
      return wording.say("log.empty");
    }
    var words = new StringBuilder(wording.count("log.sealed", log.sealed()));
    words.append(", ").append(anchored(log));
    if (log.unanchored() > 0) {
      words.append(", ").append(wording.say("log.waiting", log.unanchored()));
      if (chain.phase() != ChainState.Phase.READY) {
        words.append(" — ").append(why(chain));
      }
    }
    return words.toString();
  }

  private String anchored(LogState log) {
    if (log.anchored() == 0) {
      return wording.say("log.not-anchored");
    }
    return log.anchored() == log.sealed()
        ? wording.say("log.all-anchored")
        : wording.say("log.anchored-up-to", log.anchored());
  }

  private String why(ChainState chain) {
    var since =
        Duration.between(chain.since(), now).compareTo(RECENT) < 0
            ? wording.time(chain.since(), zone)
            : wording.moment(chain.since(), zone);
    return wording.say("log.chain." + chain.phase().name().toLowerCase(Locale.ROOT), since);
  }
}

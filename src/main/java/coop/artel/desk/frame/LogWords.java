package coop.artel.desk.frame;

import coop.artel.chain.ChainState;
import coop.artel.notary.LogState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Says in one line how far the log has come, what waits and why, and how the chain fares. */
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
      words.append(", ").append(wording.count("log.waiting", log.unanchored()));
      if (chain.phase() != ChainState.Phase.READY) {
        words.append(" — ").append(why(chain));
      }
    }
    return words.toString();
  }

  /** The phase, since when if it is not as it should be, and the reason. */
  String chain(ChainState chain) {
    var phase = wording.say("chain-phase." + name(chain), since(chain));
    var reason = chain.reason();
    return reason == null ? phase : phase + " — " + wording.sayOr(reason, reason);
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
    return wording.say("log.chain." + name(chain), since(chain));
  }

  private String since(ChainState chain) {
    return Duration.between(chain.since(), now).compareTo(RECENT) < 0
        ? wording.time(chain.since(), zone)
        : wording.moment(chain.since(), zone);
  }

  private static String name(ChainState chain) {
    if (chain.phase() == ChainState.Phase.DOWN && chain.answers()) {
      return "refusing";
    }
    return chain.phase().name().toLowerCase(Locale.ROOT);
  }
}

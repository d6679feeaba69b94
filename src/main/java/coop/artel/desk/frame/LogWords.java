package coop.artel.desk.frame;

import coop.artel.chain.ChainState;
import coop.artel.notary.LogState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one line how far the log has come, what waits and why, and how the chain fares. */
final class LogWords {
  /** The hour alone says enough for so long. */
  private static final Duration RECENT = Duration.ofHours(12);

  /** What is sealed within a second and anchored with the next blocks waits no longer. */
  private static final Duration LATE = Duration.ofMinutes(1);

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
    words.append(", ").append(anchored(log, chain));
    if (log.unanchored() > 0) {
      words.append(", ").append(waiting(log, chain));
    }
    return words.toString();
  }

  /** What waits, empty if nothing does. */
  String waits(LogState log, ChainState chain) {
    return log.unanchored() == 0 ? "" : waiting(log, chain);
  }

  /** How many wait; since when and why only where it takes longer than it should. */
  private String waiting(LogState log, ChainState chain) {
    var unsealed = late(log.oldestUnsealed());
    if (unsealed != null) {
      return since(log, unsealed) + " — " + wording.say("log.not-sealing");
    }
    var unanchored = late(log.oldestUnanchored());
    var words =
        unanchored == null
            ? wording.count("log.waiting", log.unanchored())
            : since(log, unanchored);
    if (chain.phase() != ChainState.Phase.READY) {
      return words + " — " + why(chain);
    }
    return unanchored == null ? words : words + " — " + wording.say("log.not-taken");
  }

  private String since(LogState log, String time) {
    return wording.count("log.waiting-since", log.unanchored(), time);
  }

  private @Nullable String late(@Nullable Instant since) {
    return since == null || Duration.between(since, now).compareTo(LATE) <= 0 ? null : time(since);
  }

  /** The phase, since when if it is not as it should be, and the reason. */
  String chain(ChainState chain) {
    var phase = wording.say("chain-phase." + name(chain), since(chain));
    var reason = chain.reason();
    return reason == null ? phase : phase + " — " + wording.sayOr(reason, reason);
  }

  private String anchored(LogState log, ChainState chain) {
    if (log.anchored() == 0) {
      return wording.say("log.not-anchored");
    }
    boolean all = log.anchored() == log.sealed();
    if (chain.development()) {
      return all
          ? wording.say("log.all-anchored-in-training")
          : wording.say("log.anchored-up-to-in-training", log.anchored());
    }
    return all
        ? wording.say("log.all-anchored")
        : wording.say("log.anchored-up-to", log.anchored());
  }

  private String why(ChainState chain) {
    return wording.say("log.chain." + name(chain), since(chain));
  }

  private String since(ChainState chain) {
    return time(chain.since());
  }

  private String time(Instant since) {
    return Duration.between(since, now).compareTo(RECENT) < 0
        ? wording.time(since, zone)
        : wording.moment(since, zone);
  }

  private static String name(ChainState chain) {
    if (chain.phase() == ChainState.Phase.DOWN && chain.answers()) {
      return "refusing";
    }
    return chain.phase().name().toLowerCase(Locale.ROOT);
  }
}

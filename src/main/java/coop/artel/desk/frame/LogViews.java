package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.chain.Chain;
import coop.artel.chain.ChainState;
import coop.artel.notary.LogState;
import coop.artel.notary.LogWatch;
import coop.artel.notary.StampWatch;
import coop.artel.values.LegalClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The state of the log: how far it has come, what waits since when and why, who witnesses it. */
@Component
public class LogViews {
  private final LogWatch log;
  private final StampWatch stamps;
  private final Chain chain;
  private final Zones zones;
  private final LegalClock clock;

  LogViews(LogWatch log, StampWatch stamps, Chain chain, Zones zones, LegalClock clock) {
    this.log = log;
    this.stamps = stamps;
    this.chain = chain;
    this.zones = zones;
    this.clock = clock;
  }

  /** A line of the page. */
  public record Row(String name, String words) {}

  List<Row> rows(@Nullable Caller caller, Wording wording) {
    var zone = zones.of(caller);
    var state = log.state();
    var held = chain.state();
    var words = new LogWords(wording, zone, clock.now().minus(clock.offset()));
    var waits = words.waits(state, held);
    return List.of(
        new Row(wording.say("log.row.sealed"), sealed(state, wording, zone)),
        new Row(wording.say("log.row.anchored"), anchored(state, held, wording, zone)),
        new Row(
            wording.say("log.row.waiting"), waits.isEmpty() ? wording.say("log.none-wait") : waits),
        new Row(wording.say("log.row.strays"), strays(state, wording, zone)),
        new Row(wording.say("log.row.stamp"), new StampWords(wording, zone).newest(stamps.state())),
        new Row(wording.say("log.row.chain"), words.chain(held)));
  }

  private static String sealed(LogState state, Wording wording, ZoneId zone) {
    return state.sealedAt() == null
        ? wording.say("log.empty")
        : wording.count("log.sealed-at", state.sealed(), wording.moment(state.sealedAt(), zone));
  }

  private static String anchored(LogState state, ChainState chain, Wording wording, ZoneId zone) {
    return state.anchoredAt() == null
        ? wording.say("log.not-anchored")
        : wording.say(
            chain.development() ? "log.anchored-at-in-training" : "log.anchored-at",
            state.anchored(),
            wording.moment(state.anchoredAt(), zone));
  }

  /** Those that are out of the queue now, and that there were some before. */
  private String strays(LogState state, Wording wording, ZoneId zone) {
    var now =
        state.strayed() == 0
            ? wording.say("log.no-strays")
            : wording.count("log.strays", state.strayed());
    var again = log.queuedAgain();
    return again.last() == null
        ? now
        : now
            + "; "
            + wording.say("log.queued-again", again.times(), wording.moment(again.last(), zone));
  }

  /**
   * Who has witnessed a case by when.
   *
   * @param index of its last sealed record
   * @param number of that record in the case
   * @param sealed when it was sealed or anchored, in words
   */
  public String stampOver(long index, long number, String sealed, ZoneId zone, Wording wording) {
    return new StampWords(wording, zone)
        .over(stamps.state(), stamps.over(index).orElse(null), number, sealed);
  }

  /**
   * @param stampedAt by the authority's clock
   * @param stampReason why the authority gave no stamp the last time
   */
  record LogJson(
      long sealed,
      @Nullable Instant sealedAt,
      long anchored,
      @Nullable Instant anchoredAt,
      boolean developmentChain,
      long unsealed,
      long strayed,
      @Nullable Instant oldestUnsealed,
      @Nullable Instant oldestUnanchored,
      long queuedAgain,
      @Nullable Instant lastQueuedAgain,
      boolean stamping,
      long stamped,
      @Nullable Instant stampedAt,
      @Nullable String stampAuthority,
      @Nullable String stampReason,
      @Nullable Instant stampWaitsSince) {}

  LogJson json() {
    var state = log.state();
    var again = log.queuedAgain();
    var stamp = stamps.state();
    var newest = stamp.newest();
    return new LogJson(
        state.sealed(),
        state.sealedAt(),
        state.anchored(),
        state.anchoredAt(),
        chain.state().development(),
        state.unsealed(),
        state.strayed(),
        state.oldestUnsealed(),
        state.oldestUnanchored(),
        again.times(),
        again.last(),
        stamp.asked(),
        stamp.stamped(),
        newest == null ? null : newest.at(),
        newest == null ? null : newest.authority(),
        stamp.reason(),
        stamp.since());
  }
}

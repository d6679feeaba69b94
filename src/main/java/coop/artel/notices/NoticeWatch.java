package coop.artel.notices;

import coop.artel.notices.Notice.Place;
import coop.artel.values.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads on what was told and hands it to whoever listens on this node, with one query for all of
 * them. The table is what nodes share: each reads it for its own listeners, in the order of the
 * transactions, so nothing is missed that commits late.
 */
@Component
public class NoticeWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeWatch.class);
  private static final Duration TENDED_EVERY = Duration.ofMinutes(1);
  private static final int MOST_AT_ONCE = 500;

  private final NoticeBoard notices;
  private final Rounds rounds;
  private final boolean tends;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private Instant tended = Instant.EPOCH;

  /**
   * @param tends tells what is overdue and deletes what is old, as the node that runs jobs does
   */
  NoticeWatch(
      NoticeBoard notices,
      @Value("${artel.notices.every:2s}") Duration every,
      @Value("${artel.jobs:true}") boolean tends) {
    this.notices = notices;
    this.rounds = new Rounds("notices", every, this::roundAndTending);
    this.tends = tends;
  }

  /** Somebody who is told on, from a place. */
  public static final class Listener {
    private final Predicate<Notice> hears;
    private volatile Place place;

    private Listener(Place place, Predicate<Notice> hears) {
      this.place = place;
      this.hears = hears;
    }
  }

  /**
   * Tells all that comes after a place, once and in order.
   *
   * @param after absent: from now on
   * @param hears false once nobody is there any more to be told
   */
  public Listener listen(@Nullable Place after, Predicate<Notice> hears) {
    var listener = new Listener(after == null || isFar(after) ? notices.settled() : after, hears);
    listeners.add(listener);
    return listener;
  }

  /** Whoever comes back to that much news reads the list; the others must not wait for it. */
  private boolean isFar(Place after) {
    return notices.after(after, MOST_AT_ONCE).size() == MOST_AT_ONCE;
  }

  public void leave(Listener listener) {
    listeners.remove(listener);
  }

  private void roundAndTending() {
    round();
    if (tends && tended.plus(TENDED_EVERY).isBefore(Instant.now())) {
      notices.tellOverdue();
      notices.forgetOld();
      tended = Instant.now();
    }
  }

  /** One look at what is new. */
  void round() {
    Optional<Place> from = listeners.stream().map(each -> each.place).min(Place.ORDER);
    if (from.isEmpty()) {
      return;
    }
    List<Notice> told = notices.after(from.get(), MOST_AT_ONCE);
    for (Listener listener : listeners) {
      try {
        tell(listener, told);
      } catch (RuntimeException e) {
        // Told again in the next round; the others are told meanwhile.
        LOG.warn("A listener could not be told of notices", e);
      }
    }
  }

  private void tell(Listener listener, List<Notice> told) {
    for (Notice notice : told) {
      if (Place.ORDER.compare(notice.place(), listener.place) > 0) {
        if (!listener.hears.test(notice)) {
          leave(listener);
          return;
        }
        listener.place = notice.place();
      }
    }
  }

  @Override
  public void start() {
    rounds.start();
  }

  @Override
  public void stop() {
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}

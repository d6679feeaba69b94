package coop.artel.law;

import coop.artel.law.Replay.Flip;
import coop.artel.law.Replay.Result;
import coop.artel.law.Replay.Run;
import coop.artel.law.Replay.State;
import coop.artel.registry.Cooperatives;
import coop.artel.values.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs replays, one at a time, on a node that runs jobs. No more than a batch is in memory, and
 * what a node has not written down when it dies is asked again by another.
 */
@Component
class ReplayRounds implements SmartLifecycle {
  private static final int BATCH = 500;
  private static final Set<Result> FLIPS = EnumSet.of(Result.OTHERWISE, Result.OTHER_REASONS);

  /** After so long it is written how far it is, whatever the rules take. */
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final ReplayStore store;
  private final DecisionStore decisions;
  private final Editions editions;
  private final Cooperatives cooperatives;
  private final CharterHistory charters;
  private final TransactionTemplate transaction;
  private final Rounds rounds;
  private final boolean runs;
  private final int batch;
  private volatile boolean stopping;

  @Autowired
  ReplayRounds(
      ReplayStore store,
      DecisionStore decisions,
      Editions editions,
      Cooperatives cooperatives,
      CharterHistory charters,
      PlatformTransactionManager transactions,
      @Value("${artel.law.replays-every:1s}") Duration every,
      @Value("${artel.jobs:true}") boolean runs) {
    this(store, decisions, editions, cooperatives, charters, transactions, every, runs, BATCH);
  }

  /**
   * @param batch how many are opened together
   */
  ReplayRounds(
      ReplayStore store,
      DecisionStore decisions,
      Editions editions,
      Cooperatives cooperatives,
      CharterHistory charters,
      PlatformTransactionManager transactions,
      Duration every,
      boolean runs,
      int batch) {
    this.store = store;
    this.decisions = decisions;
    this.editions = editions;
    this.cooperatives = cooperatives;
    this.charters = charters;
    this.transaction = new TransactionTemplate(transactions);
    this.rounds = new Rounds("replays", every, this::round);
    this.runs = runs;
    this.batch = batch;
  }

  /** Runs what waits, until nothing does. */
  void round() {
    while (!stopping) {
      var taken = transaction.execute(status -> store.take());
      if (taken == null || taken.isEmpty()) {
        return;
      }
      run(taken.get());
    }
  }

  private void run(ReplayStore.Taken taken) {
    try {
      var run = store.find(taken.id()).orElseThrow();
      run(taken, run, new PastAsked(editions.of(run.fileSet()), cooperatives, charters));
    } catch (DataAccessException | TransactionException databaseAway) {
      // It is taken up again where it was, once the database is back.
      throw databaseAway;
    } catch (RuntimeException | Error broken) {
      store.end(taken, State.FAILED);
      throw broken;
    }
  }

  private void run(ReplayStore.Taken taken, Run run, PastAsked asked) {
    var homes = Replay.homes(cooperatives, run.country());
    var place = taken.place();
    int left = run.total() - run.done();
    while (left > 0) {
      if (stopping) {
        store.lay(taken);
        return;
      }
      var from = place;
      int most = Math.min(batch, left);
      var next =
          Objects.requireNonNull(
              transaction.execute(status -> decisions.before(from, homes, run.question(), most)));
      if (next.isEmpty()) {
        break;
      }
      var found = ask(asked, next);
      left -= found.asked;
      place = next.get(found.asked - 1).place();
      if (!written(taken, place, found)) {
        return;
      }
    }
    store.end(taken, State.DONE);
  }

  private boolean written(ReplayStore.Taken taken, Kept.Place place, Found found) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> store.reached(taken, place, found.counts, found.flips)));
  }

  /** What was found in the first of a batch. */
  private static final class Found {
    private final EnumMap<Result, Integer> counts = new EnumMap<>(Result.class);
    private final List<Flip> flips = new ArrayList<>();
    private int asked;
  }

  private static Found ask(PastAsked asked, List<Kept> batch) {
    var found = new Found();
    long end = System.nanoTime() + BEAT.toNanos();
    for (var past : batch) {
      var answer = asked.ask(past);
      found.counts.merge(answer.result(), 1, Integer::sum);
      found.asked++;
      var now = answer.decision();
      if (now != null && FLIPS.contains(answer.result())) {
        found.flips.add(flip(past.decision(), now));
      }
      if (System.nanoTime() - end > 0) {
        break;
      }
    }
    return found;
  }

  private static Flip flip(Decision then, Decision now) {
    return new Flip(
        then.id(),
        then.question(),
        then.referenceDate(),
        then.outcome(),
        now.outcome(),
        List.copyOf(PastAsked.rules(then, now)));
  }

  @Override
  public void start() {
    if (runs) {
      stopping = false;
      rounds.start();
    }
  }

  @Override
  public void stop() {
    stopping = true;
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}

package coop.artel.values;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that one thread repeats, with a pause after each round, whatever becomes of one. */
public final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private static final Duration QUIET = Duration.ofMillis(50);

  private final String name;
  private final Duration every;
  private final Runnable round;
  private final AtomicBoolean soon = new AtomicBoolean();
  private volatile long asked;
  private volatile @Nullable ScheduledExecutorService executor;
  private boolean failing;

  /**
   * @param name of the thread, by which the log tells of it too
   */
  public Rounds(String name, Duration every, Runnable round) {
    this.name = name;
    this.every = every;
    this.round = round;
  }

  public synchronized void start() {
    if (executor != null) {
      return;
    }
    var started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    started.scheduleWithFixedDelay(
        this::guardedRound, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    executor = started;
  }

  /**
   * Asks for a round once nobody has asked for a moment. As long as many ask, one after the other,
   * the usual rounds do it: each serves all who asked before.
   */
  public void soon() {
    asked = System.nanoTime();
    if (soon.compareAndSet(false, true)) {
      schedule(QUIET.toNanos());
    }
  }

  private void schedule(long nanos) {
    var running = executor;
    if (running == null) {
      soon.set(false);
      return;
    }
    try {
      running.schedule(this::whenQuiet, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // It is being stopped; what waits is found by the next start, or by another node.
      soon.set(false);
    }
  }

  private void whenQuiet() {
    long left = QUIET.toNanos() - (System.nanoTime() - asked);
    if (left > 0) {
      schedule(left);
    } else {
      soon.set(false);
      guardedRound();
    }
  }

  private void guardedRound() {
    try {
      round.run();
      if (failing) {
        LOG.info("{} works again", name);
      }
      failing = false;
    } catch (RuntimeException | Error e) {
      // The next round tries again: whatever gets out of here would end all of them, unheard. A
      // database that is away must not fill the log.
      if (!failing) {
        LOG.warn("{} failed and tries again every {}", name, every, e);
      }
      failing = true;
    }
  }

  /** Lets the round that is under way come to its end. */
  public synchronized void stop() {
    var running = executor;
    if (running == null) {
      return;
    }
    running.shutdown();
    try {
      if (!running.awaitTermination(20, TimeUnit.SECONDS)) {
        running.shutdownNow();
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
    executor = null;
  }

  public synchronized boolean isRunning() {
    return executor != null;
  }
}

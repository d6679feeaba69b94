package coop.artel.notary;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that one thread repeats, whatever becomes of a single round. */
final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final String name;
  private final Duration every;
  private final Runnable round;
  private @Nullable ScheduledExecutorService executor;
  private boolean failing;

  Background(String name, Duration every, Runnable round) {
    this.name = name;
    this.every = every;
    this.round = round;
  }

  synchronized void start() {
    if (executor != null) {
      return;
    }
    executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.scheduleWithFixedDelay(
        this::guardedRound, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void guardedRound() {
    try {
      round.run();
      if (failing) {
        LOG.info("{} works again", name);
      }
      failing = false;
    } catch (RuntimeException e) {
      // The next round tries again; a database that is away must not fill the log.
      if (!failing) {
        LOG.warn("{} failed and tries again every {}", name, every, e);
      }
      failing = true;
    }
  }

  /** Lets the round that is under way come to its end. */
  synchronized void stop() {
    if (executor == null) {
      return;
    }
    executor.shutdown();
    try {
      if (!executor.awaitTermination(20, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
    executor = null;
  }

  synchronized boolean isRunning() {
    return executor != null;
  }
}

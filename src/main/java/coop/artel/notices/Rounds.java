package coop.artel.notices;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a thread of its own, with a pause after each round. */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final String what;
  private final Duration pause;
  private final Runnable round;
  private @Nullable ScheduledExecutorService executor;
  private boolean failing;

  /**
   * @param what is done, as the log and the thread name it
   */
  Rounds(String what, Duration pause, Runnable round) {
    this.what = what;
    this.pause = pause;
    this.round = round;
  }

  synchronized void start() {
    if (executor == null) {
      executor =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                var thread = new Thread(task, what);
                thread.setDaemon(true);
                return thread;
              });
      executor.scheduleWithFixedDelay(
          this::guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The next round tries again; a database that is away must not fill the log. */
  private void guarded() {
    try {
      round.run();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("A round of {} failed; tried again every {}", what, pause, e);
      }
      failing = true;
    }
  }

  synchronized void stop() {
    if (executor != null) {
      executor.shutdown();
      executor = null;
    }
  }

  synchronized boolean running() {
    return executor != null;
  }
}

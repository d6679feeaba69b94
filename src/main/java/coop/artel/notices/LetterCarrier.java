package coop.artel.notices;

import coop.artel.access.Callers;
import coop.artel.mail.NotDelivered;
import coop.artel.mail.NotDelivered.Cause;
import coop.artel.mail.Postman;
import coop.artel.notices.Outbox.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries letters to the mail server, one after another. No transaction is open while the server
 * takes its time: notices on pages wait for the oldest transaction that runs.
 */
@Component
class LetterCarrier implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LetterCarrier.class);
  private static final Duration FORGETS_EVERY = Duration.ofHours(1);
  private static final int MOST_AT_ONCE = 100;

  private final Outbox outbox;
  private final NoticeBoard notices;
  private final Addresses addresses;
  private final Callers callers;
  private final LetterWriter writer;
  private final Postman postman;
  private final Duration every;
  private final boolean runs;
  private @Nullable ScheduledExecutorService executor;
  private Instant forgotten = Instant.EPOCH;
  private boolean failing;

  /**
   * @param jobs as the node does that runs jobs
   */
  LetterCarrier(
      Outbox outbox,
      NoticeBoard notices,
      Addresses addresses,
      Callers callers,
      LetterWriter writer,
      Postman postman,
      @Value("${artel.mail.every:10s}") Duration every,
      @Value("${artel.jobs:true}") boolean jobs) {
    this.outbox = outbox;
    this.notices = notices;
    this.addresses = addresses;
    this.callers = callers;
    this.writer = writer;
    this.postman = postman;
    this.every = every;
    this.runs = jobs && postman.on();
  }

  /** Sends what is due. */
  void round() {
    outbox.gather();
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      var next = outbox.claim();
      if (next.isEmpty()) {
        return;
      }
      carry(next.get());
    }
  }

  private void carry(Waiting letter) {
    var reader = addresses.of(letter.person());
    var address = reader.map(Addresses.Entry::address).orElse(null);
    var caller = callers.of(letter.person());
    var told =
        notices.numbered(outbox.entries(letter.id())).stream()
            .filter(it -> NoticeBoard.concerns(it, caller))
            .toList();
    if (reader.isEmpty() || address == null || told.isEmpty()) {
      outbox.drop(letter);
      return;
    }
    if (letter.attempts() > Outbox.MOST_ATTEMPTS) {
      outbox.failed(letter, Cause.LETTER_REFUSED);
      return;
    }
    try {
      postman.send(writer.tell(letter.id(), address, told, reader.get().language()));
      outbox.sent(letter);
    } catch (NotDelivered failure) {
      LOG.warn(
          "Letter {} was not delivered at attempt {}: {}",
          letter.id(),
          letter.attempts(),
          failure.reason().id());
      outbox.failed(letter, failure.reason());
      if (failure.reason() == Cause.RECIPIENT_REFUSED) {
        addresses.refused(letter.person());
      }
    }
  }

  private void guardedRound() {
    try {
      round();
      if (forgotten.plus(FORGETS_EVERY).isBefore(Instant.now())) {
        outbox.forgetOld();
        forgotten = Instant.now();
      }
      failing = false;
    } catch (RuntimeException e) {
      // The next round tries again; a database that is away must not fill the log.
      if (!failing) {
        LOG.warn("Letters cannot be sent; tried again every {}", every, e);
      }
      failing = true;
    }
  }

  @Override
  public synchronized void start() {
    if (executor == null && runs) {
      executor =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                var thread = new Thread(task, "letters");
                thread.setDaemon(true);
                return thread;
              });
      executor.scheduleWithFixedDelay(
          this::guardedRound, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void stop() {
    if (executor != null) {
      executor.shutdown();
      executor = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }
}

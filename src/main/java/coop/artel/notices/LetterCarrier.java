package coop.artel.notices;

import coop.artel.access.Callers;
import coop.artel.mail.Letter;
import coop.artel.mail.NotDelivered;
import coop.artel.mail.NotDelivered.Cause;
import coop.artel.mail.Postman;
import coop.artel.notices.Outbox.Waiting;
import coop.artel.values.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
  private final ApplicantLetters applicants;
  private final Postman postman;
  private final Rounds rounds;
  private final boolean runs;
  private Instant forgotten = Instant.EPOCH;

  /**
   * @param jobs as the node does that runs jobs
   */
  LetterCarrier(
      Outbox outbox,
      NoticeBoard notices,
      Addresses addresses,
      Callers callers,
      LetterWriter writer,
      ApplicantLetters applicants,
      Postman postman,
      @Value("${artel.mail.every:10s}") Duration every,
      @Value("${artel.jobs:true}") boolean jobs) {
    this.outbox = outbox;
    this.notices = notices;
    this.addresses = addresses;
    this.callers = callers;
    this.writer = writer;
    this.applicants = applicants;
    this.postman = postman;
    this.rounds = new Rounds("letters", every, this::roundAndForget);
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

  private void carry(Waiting waiting) {
    var about = waiting.about();
    var letter = about == null ? notices(waiting) : applicants.write(waiting, about);
    if (letter.isEmpty()) {
      outbox.drop(waiting);
      return;
    }
    if (waiting.attempts() > Outbox.MOST_ATTEMPTS) {
      outbox.failed(waiting, Cause.LETTER_REFUSED);
      return;
    }
    try {
      postman.send(letter.get());
      outbox.sent(waiting);
    } catch (NotDelivered failure) {
      LOG.warn(
          "Letter {} was not delivered at attempt {}: {}",
          waiting.id(),
          waiting.attempts(),
          failure.reason().id());
      outbox.failed(waiting, failure.reason());
      if (failure.reason() == Cause.RECIPIENT_REFUSED && about == null) {
        addresses.refused(waiting.person());
      }
    }
  }

  /** Nothing if there is no address any more, or nothing that its reader may still be told. */
  private Optional<Letter> notices(Waiting waiting) {
    var reader = addresses.of(waiting.person());
    var address = reader.map(Addresses.Entry::address).orElse(null);
    var caller = callers.of(waiting.person());
    var told =
        notices.numbered(outbox.entries(waiting.id())).stream()
            .filter(it -> NoticeBoard.concerns(it, caller))
            .toList();
    return reader.isEmpty() || address == null || told.isEmpty()
        ? Optional.empty()
        : Optional.of(writer.tell(waiting.id(), address, told, reader.get().language()));
  }

  private void roundAndForget() {
    round();
    if (forgotten.plus(FORGETS_EVERY).isBefore(Instant.now())) {
      outbox.forgetOld();
      forgotten = Instant.now();
    }
  }

  @Override
  public void start() {
    if (runs) {
      rounds.start();
    }
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

package coop.artel.notary;

import coop.artel.signing.NoTimeStamp;
import coop.artel.signing.TimeAuthority;
import coop.artel.signing.TimeStamp;
import coop.artel.values.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has checkpoints stamped by the time-stamping authority, if the settings name one. One stamp
 * speaks of all that was sealed before it, so nothing is made up for; an authority that is away
 * stops nobody.
 */
@Component
class Stamper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Stamper.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

  private record Head(long size, byte[] note) {}

  private record Last(long size, OffsetDateTime keptAt) {}

  private final JdbcClient database;
  private final TimeAuthority authority;
  private final Clock clock;
  private final Rounds rounds;
  private Instant notBefore = Instant.MIN;
  private volatile @Nullable Failure failure;

  /**
   * Why the authority gave no stamp the last time.
   *
   * @param since when this began
   */
  record Failure(String reason, Instant since) {}

  Stamper(JdbcClient database, TimeAuthority authority, Clock clock) {
    this.database = database;
    this.authority = authority;
    this.clock = clock;
    this.rounds = new Rounds("notary-stamper", BETWEEN_LOOKS, this::stampNow);
  }

  /** Asks for a stamp where one is due and there is something to be stamped. */
  synchronized void stampNow() {
    var now = clock.instant();
    if (!authority.isNamed() || Pause.lasts(now, notBefore, AFTER_FAULT)) {
      return;
    }
    var head = due(now);
    if (head.isEmpty()) {
      return;
    }
    try {
      keep(head.get(), authority.stamp(Hashes.sha256(head.get().note)));
      if (failure != null) {
        LOG.info("The time-stamping authority stamps again");
      }
      failure = null;
    } catch (NoTimeStamp e) {
      tell(e, now);
      notBefore = now.plus(AFTER_FAULT);
    }
  }

  /** Once for as long as the reason stays. */
  private void tell(NoTimeStamp e, Instant now) {
    var before = failure;
    if (before == null || !before.reason.equals(e.reason())) {
      LOG.warn("No time stamp: {}", e.getMessage());
      failure = new Failure(e.reason(), now);
    }
  }

  /**
   * The newest head that is anchored, or one that found no anchor for as long as two stamps are
   * apart; none as long as the last stamp is young.
   */
  private Optional<Head> due(Instant now) {
    var before = utc(now.minus(authority.every()));
    var last =
        database
            .sql("select size, kept_at from notary.time_stamps order by size desc limit 1")
            .query((row, i) -> new Last(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
            .optional();
    if (last.filter(it -> isYoung(it.keptAt.toInstant(), now)).isPresent()) {
      return Optional.empty();
    }
    return database
        .sql(
            """
            select c.size, c.note from notary.checkpoints c
            where c.size > ? and (c.at <= ?
              or exists (select from notary.standing_anchors a where a.size = c.size))
            order by c.size desc limit 1
            """)
        .params(last.map(Last::size).orElse(0L), before)
        .query((row, i) -> new Head(row.getLong(1), row.getBytes(2)))
        .optional();
  }

  private boolean isYoung(Instant keptAt, Instant now) {
    return Pause.lasts(now, keptAt.plus(authority.every()), authority.every());
  }

  /** Another node may have asked for the same; one of the two answers stays. */
  private void keep(Head head, byte[] answer) {
    var stamp = TimeStamp.read(answer);
    database
        .sql(
            "insert into notary.time_stamps (size, authority, at, answer, kept_at)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing")
        .params(
            head.size,
            Hashes.ofHex(stamp.authority()),
            utc(stamp.at()),
            answer,
            utc(clock.instant()))
        .update();
  }

  /** Empty while it stamps, or has not been asked yet. */
  Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  @Override
  public void start() {
    if (authority.isNamed()) {
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

package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.values.LegalClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The legal clock, which is the engine's too. Its offset is stored, so a restart does not lose it.
 */
final class EngineClock implements LegalClock, ClockControl {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  /** Ahead of real time. Longer terms there are none, and every date still has four digits. */
  private static final int MOST_YEARS = 10;

  private final JdbcClient sql;
  private final Clock real;
  private final boolean movable;
  private final JobRunner jobs;
  private final TransactionTemplate transaction;
  private volatile Duration offset = Duration.ZERO;

  EngineClock(
      JdbcClient sql,
      Clock real,
      boolean movable,
      JobRunner jobs,
      TransactionTemplate transaction) {
    this.sql = sql;
    this.real = real;
    this.movable = movable;
    this.jobs = jobs;
    this.transaction = transaction;
  }

  /** Takes up the offset that an earlier run left; a database of one's own has none. */
  void resume() {
    Optional<Long> seconds =
        sql.sql("select max(offset_seconds) from workflow.clock").query(Long.class).optional();
    if (!movable && seconds.orElse(0L) > 0) {
      throw new IllegalStateException(
          "The legal clock of this database was moved, as only a demonstration's may be");
    }
    apply(Duration.ofSeconds(seconds.orElse(0L)));
  }

  @Override
  public Duration offset() {
    return offset;
  }

  @Override
  public Instant now() {
    return real.instant().plus(offset);
  }

  @Override
  public boolean movable() {
    return movable;
  }

  @Override
  public synchronized void moveTo(Caller caller, LocalDate day) {
    if (!caller.roles().contains(PlatformRole.OPERATOR)) {
      throw new NotAllowed();
    }
    if (!movable) {
      throw new ClockFixed();
    }
    var last = LocalDate.ofInstant(real.instant(), ZONE).plusYears(MOST_YEARS);
    if (day.isAfter(last)) {
      throw new ClockTooFar(day, last);
    }
    Instant target = day.atTime(MORNING).atZone(ZONE).toInstant();
    if (!target.isAfter(now())) {
      throw new ClockForwardOnly(day);
    }
    var next = Duration.ofSeconds(Duration.between(real.instant(), target).toSeconds());
    // A job's lock of five minutes would look expired: nothing may run while the clock moves.
    jobs.whilePaused(
        () -> {
          transaction.executeWithoutResult(
              status ->
                  sql.sql(
                          "insert into workflow.clock (moved_at, offset_seconds)"
                              + " values (clock_timestamp(), ?)")
                      .param(next.toSeconds())
                      .update());
          apply(next);
        });
  }

  private void apply(Duration next) {
    offset = next;
    if (next.isZero()) {
      ClockUtil.reset();
    } else {
      ClockUtil.offset(next.toMillis());
    }
  }
}

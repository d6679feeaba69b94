package coop.artel.notary;

import coop.artel.signing.TimeAuthority;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how stamping fares. An authority that is away stops nobody, so it turns nothing down. */
@Component("stampHealthIndicator")
class StampHealth implements HealthIndicator, MeterBinder {
  private static final String STATE =
      """
      with newest as (
        select size, at from notary.time_stamps order by size desc limit 1)
      select
        coalesce((select size from newest), 0) as stamped,
        (select at from newest) as stamped_at,
        (select r.at from notary.entries e join notary.records r on r.id = e.record
         where e.idx = coalesce((select size from newest), 0)) as oldest_unstamped
      """;

  /**
   * How far stamps have come.
   *
   * @param stamped records under the newest stamp
   * @param oldestUnstamped when the first sealed record was written that no stamp covers
   */
  private record State(
      long stamped, @Nullable Instant stampedAt, @Nullable Instant oldestUnstamped) {}

  private final JdbcClient database;
  private final TimeAuthority authority;
  private final Stamper stamper;
  private final Clock clock;

  StampHealth(JdbcClient database, TimeAuthority authority, Stamper stamper, Clock clock) {
    this.database = database;
    this.authority = authority;
    this.stamper = stamper;
    this.clock = clock;
  }

  @Override
  public Health health() {
    if (!authority.isNamed()) {
      return Health.up().withDetail("stamping", "off").build();
    }
    State state;
    try {
      state = state();
    } catch (DataAccessException e) {
      return Health.down().withDetail("reason", "database-away").build();
    }
    var health =
        Health.up()
            .withDetail("stamping", stamper.failure().isEmpty() ? "working" : "waiting")
            .withDetail("stamped", state.stamped)
            .withDetail("oldestUnstampedSeconds", age(state));
    stamper
        .failure()
        .ifPresent(
            failure ->
                health.withDetail("reason", failure.reason()).withDetail("since", failure.since()));
    if (state.stampedAt != null) {
      health.withDetail("newestStamp", state.stampedAt);
    }
    return health.build();
  }

  /** Where no authority is named nothing waits for a stamp: not a number. */
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "artel.notary.unstamped.oldest", () -> authority.isNamed() ? age(state()) : Double.NaN)
        .baseUnit("seconds")
        .description("Age of the oldest sealed record that no time stamp covers yet")
        .register(registry);
    Gauge.builder(
            "artel.notary.stamping",
            () -> authority.isNamed() && stamper.failure().isEmpty() ? 1 : 0)
        .description("1 while the time-stamping authority gives stamps")
        .register(registry);
  }

  private State state() {
    return database
        .sql(STATE)
        .query(
            (row, i) ->
                new State(
                    row.getLong("stamped"),
                    instant(row, "stamped_at"),
                    instant(row, "oldest_unstamped")))
        .single();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private double age(State state) {
    var oldest = state.oldestUnstamped;
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
  }
}

package coop.artel.notary;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells how stamping fares. An authority that is away stops nobody, so it turns nothing down. */
@Component("stampHealthIndicator")
class StampHealth implements HealthIndicator, MeterBinder {
  private final StampWatch stamps;
  private final Clock clock;

  StampHealth(StampWatch stamps, Clock clock) {
    this.stamps = stamps;
    this.clock = clock;
  }

  @Override
  public Health health() {
    // Who does not ask needs no database, which may be away and is waited for each time.
    if (!stamps.isAsked()) {
      return Health.up().withDetail("stamping", "off").build();
    }
    StampState state;
    try {
      state = stamps.state();
    } catch (DataAccessException e) {
      return Health.down().withDetail("reason", "database-away").build();
    }
    var health =
        Health.up()
            .withDetail("stamping", state.reason() == null ? "working" : "waiting")
            .withDetail("stamped", state.stamped())
            .withDetail("oldestUnstampedSeconds", age(state));
    if (state.reason() != null && state.since() != null) {
      health.withDetail("reason", state.reason()).withDetail("since", state.since());
    }
    if (state.newest() != null) {
      health
          .withDetail("newestStamp", state.newest().at())
          .withDetail("authority", state.newest().authority());
    }
    return health.build();
  }

  /** Where no authority is named nothing waits for a stamp: not a number. */
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("artel.notary.unstamped.oldest", () -> oldest(stamps.state()))
        .baseUnit("seconds")
        .description("Age of the oldest sealed record that no time stamp covers yet")
        .register(registry);
    Gauge.builder("artel.notary.stamping", () -> isStamping(stamps.state()) ? 1 : 0)
        .description("1 while the time-stamping authority gives stamps")
        .register(registry);
  }

  private double oldest(StampState state) {
    return state.asked() ? age(state) : Double.NaN;
  }

  private static boolean isStamping(StampState state) {
    return state.asked() && state.reason() == null;
  }

  private double age(StampState state) {
    var oldest = state.oldestUnstamped();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
  }
}

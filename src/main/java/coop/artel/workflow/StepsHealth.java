package coop.artel.workflow;

import coop.artel.values.LegalClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells how many steps stand still until an operator looks after them. All other cases go on, so
 * the service is up. Ages are by the legal clock, as the engine's own times are.
 */
@Component("stepsHealthIndicator")
class StepsHealth implements HealthIndicator, MeterBinder {
  private final Incidents incidents;
  private final LegalClock clock;

  StepsHealth(Incidents incidents, LegalClock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Incidents.Standing standing;
    try {
      standing = incidents.standing();
    } catch (DataAccessException | TransactionException e) {
      return Health.down().withDetail("reason", "database-away").build();
    }
    return Health.up()
        .withDetail("incidents", standing.many())
        .withDetail("oldestIncidentSeconds", age(standing.oldest()))
        .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("artel.incidents", () -> incidents.standing().many())
        .description("Steps that failed as often as they are tried and stand still")
        .register(registry);
    Gauge.builder("artel.incidents.oldest", () -> age(incidents.standing().oldest()))
        .baseUnit("seconds")
        .description("Age of the oldest of them")
        .register(registry);
  }

  private long age(@Nullable Instant since) {
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.now()).toSeconds());
  }
}

package coop.artel.notices;

import coop.artel.mail.Postman;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells how letters fare. A mail server that is away stops nobody's work. Only what still waits
 * delays: a letter that was given up is told in the details and to its reader.
 */
@Component("mailHealthIndicator")
class MailHealth implements HealthIndicator, MeterBinder {
  static final Status DELAYED = new Status("DELAYED");
  private static final Duration LATE = Duration.ofHours(1);

  private final Outbox outbox;
  private final Postman postman;
  private final Clock clock;

  MailHealth(Outbox outbox, Postman postman, Clock clock) {
    this.outbox = outbox;
    this.postman = postman;
    this.clock = clock;
  }

  @Override
  public Health health() {
    if (!postman.on()) {
      return Health.up().withDetail("mail", "off").build();
    }
    Outbox.State state;
    try {
      state = outbox.state();
    } catch (DataAccessException e) {
      return Health.down().withDetail("reason", "database-away").build();
    }
    var failure = state.failure();
    var late = oldest(state) > LATE.toSeconds();
    var health =
        Health.status(late ? DELAYED : Status.UP)
            .withDetail("mail", "on")
            .withDetail("waiting", state.waiting())
            .withDetail("oldestWaitingSeconds", oldest(state))
            .withDetail("givenUpThisWeek", state.givenUp());
    if (failure != null) {
      health.withDetail("lastFailure", failure);
    }
    return health.build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("artel.mail.waiting", () -> outbox.state().waiting())
        .description("Letters that are not sent yet")
        .register(registry);
    Gauge.builder("artel.mail.waiting.oldest", () -> oldest(outbox.state()))
        .baseUnit("seconds")
        .description("Age of the oldest letter that is not sent yet")
        .register(registry);
    Gauge.builder("artel.mail.given-up", () -> outbox.state().givenUp())
        .description("Letters of the last week that were tried often enough or have no reader")
        .register(registry);
  }

  private long oldest(Outbox.State state) {
    var oldest = state.oldest();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
  }
}

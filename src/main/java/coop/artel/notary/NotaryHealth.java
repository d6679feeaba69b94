package coop.artel.notary;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What waits in the notary, and for how long. A backlog stops nobody, so it is told and does not
 * turn the service down.
 */
@Component("notaryHealthIndicator")
public class NotaryHealth implements HealthIndicator, MeterBinder {
  private static final Status DELAYED = new Status("DELAYED", "records wait to be sealed");
  private static final Duration LATE = Duration.ofMinutes(1);

  private final LogWatch log;
  private final Clock clock;

  NotaryHealth(LogWatch log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Health health() {
    LogState state;
    LogWatch.QueuedAgain again;
    try {
      state = log.state();
      again = log.queuedAgain();
    } catch (DataAccessException e) {
      return Health.down().withDetail("reason", "database-away").build();
    }
    long unsealedFor = age(state.oldestUnsealed());
    var health =
        Health.status(unsealedFor > LATE.toSeconds() ? DELAYED : Status.UP)
            .withDetail("unsealed", state.unsealed())
            .withDetail("oldestUnsealedSeconds", unsealedFor)
            .withDetail("unanchored", state.unanchored())
            .withDetail("oldestUnanchoredSeconds", age(state.oldestUnanchored()))
            .withDetail("strayed", state.strayed())
            .withDetail("queuedAgain", again.times());
    if (again.last() != null) {
      health.withDetail("lastQueuedAgain", again.last());
    }
    return health.build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("artel.notary.unsealed", () -> log.state().unsealed())
        .description("Records that no checkpoint covers yet")
        .register(registry);
    Gauge.builder("artel.notary.unsealed.oldest", () -> age(log.state().oldestUnsealed()))
        .baseUnit("seconds")
        .description("Age of the oldest record that no checkpoint covers yet")
        .register(registry);
    Gauge.builder("artel.notary.strayed", () -> log.state().strayed())
        .description("Records that stand neither in the log nor in the queue")
        .register(registry);
    Gauge.builder("artel.notary.queued.again", () -> log.queuedAgain().times())
        .description(
            "Records that stood neither in the log nor in the queue, ever, and were queued")
        .register(registry);
    Gauge.builder("artel.notary.unanchored", () -> log.state().unanchored())
        .description("Records that no anchor covers yet, sealed or not")
        .register(registry);
    Gauge.builder("artel.notary.unanchored.oldest", () -> age(log.state().oldestUnanchored()))
        .baseUnit("seconds")
        .description("Age of the oldest record that no anchor covers yet")
        .register(registry);
  }

  private long age(@Nullable Instant since) {
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
  }
}

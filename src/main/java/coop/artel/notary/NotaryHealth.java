package coop.artel.notary;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits in the notary, and for how long. A backlog stops nobody, so it is told and does not
 * turn the service down.
 */
@Component("notaryHealthIndicator")
public class NotaryHealth implements HealthIndicator, MeterBinder {
  private static final Status DELAYED = new Status("DELAYED", "records wait to be sealed");
  private static final Duration LATE = Duration.ofMinutes(1);

  /**
   * Records that wait for a checkpoint and for an anchor, and how long the oldest of each has.
   *
   * @param anchors whether there ever was an anchor
   */
  public record Backlog(
      long unsealed,
      Duration oldestUnsealed,
      long unanchored,
      Duration oldestUnanchored,
      boolean anchors) {}

  private final JdbcClient database;

  NotaryHealth(JdbcClient database) {
    this.database = database;
  }

  public Backlog backlog() {
    return database
        .sql(
            """
            with anchored as (select coalesce(max(size), 0) as size from notary.anchors),
            waiting as (
              select count(*) as number, min(r.at) as oldest
              from notary.queue q join notary.records r on r.id = q.record)
            select w.number,
              coalesce(extract(epoch from now() - w.oldest), 0)::bigint,
              (select coalesce(max(size), 0) from notary.checkpoints) - a.size + w.number,
              coalesce(extract(epoch from now() - coalesce(
                (select r.at from notary.entries e join notary.records r on r.id = e.record
                 where e.idx = a.size), w.oldest)), 0)::bigint,
              a.size > 0
            from anchored a, waiting w
            """)
        .query(
            (row, i) ->
                new Backlog(
                    row.getLong(1),
                    Duration.ofSeconds(Math.max(0, row.getLong(2))),
                    row.getLong(3),
                    Duration.ofSeconds(Math.max(0, row.getLong(4))),
                    row.getBoolean(5)))
        .single();
  }

  @Override
  public Health health() {
    var backlog = backlog();
    boolean late = backlog.oldestUnsealed.compareTo(LATE) > 0;
    return Health.status(late ? DELAYED : Status.UP)
        .withDetail("unsealed", backlog.unsealed)
        .withDetail("oldestUnsealedSeconds", backlog.oldestUnsealed.toSeconds())
        .withDetail("unanchored", backlog.unanchored)
        .withDetail("oldestUnanchoredSeconds", backlog.oldestUnanchored.toSeconds())
        .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("artel.notary.unsealed", () -> backlog().unsealed)
        .description("Records that no checkpoint covers yet")
        .register(registry);
    Gauge.builder("artel.notary.unsealed.oldest", () -> backlog().oldestUnsealed.toSeconds())
        .baseUnit("seconds")
        .description("Age of the oldest record that no checkpoint covers yet")
        .register(registry);
    Gauge.builder("artel.notary.unanchored.oldest", () -> backlog().oldestUnanchored.toSeconds())
        .baseUnit("seconds")
        .description("Age of the oldest record that no anchor covers yet")
        .register(registry);
  }
}

package coop.artel.notary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the state of the log, cheaply enough for every page. */
@Component
public class LogWatch {
  /** More than this is counted as this: what waits that long is told by its age. */
  private static final int MOST_COUNTED = 100_000;

  private static final String STATE =
      """
      with checkpoint as (
        select size, at from notary.checkpoints order by size desc limit 1),
      anchor as (
        select size, at from notary.standing_anchors order by size desc limit 1),
      unsealed as (
        select r.at from notary.records r where r.id = (select min(record) from notary.queue)),
      unanchored as (
        select r.at from notary.entries e join notary.records r on r.id = e.record
        where e.idx = coalesce((select size from anchor), 0))
      select
        coalesce((select size from checkpoint), 0) as sealed,
        (select at from checkpoint) as sealed_at,
        coalesce((select size from anchor), 0) as anchored,
        (select at from anchor) as anchored_at,
        (select count(*) from (select from notary.queue limit ?) as counted) as unsealed,
        (select at from unsealed) as oldest_unsealed,
        coalesce((select at from unanchored), (select at from unsealed)) as oldest_unanchored
      """;

  /**
   * What became of records that nothing would have sealed.
   *
   * @param times that one was queued again
   * @param last when that was the last time
   */
  public record QueuedAgain(long times, @Nullable Instant last) {}

  private final JdbcClient database;
  private final Strays strays;

  LogWatch(JdbcClient database, Strays strays) {
    this.database = database;
    this.strays = strays;
  }

  public LogState state() {
    var found = strays.look();
    return database.sql(STATE).param(MOST_COUNTED).query((row, i) -> state(row, found)).single();
  }

  /** Ever. */
  public QueuedAgain queuedAgain() {
    return strays.past();
  }

  private static LogState state(ResultSet row, Strays.Found strays) throws SQLException {
    return new LogState(
        row.getLong("sealed"),
        instant(row, "sealed_at"),
        row.getLong("anchored"),
        instant(row, "anchored_at"),
        row.getLong("unsealed") + strays.count(),
        strays.count(),
        earlier(instant(row, "oldest_unsealed"), strays.oldest()),
        earlier(instant(row, "oldest_unanchored"), strays.oldest()));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

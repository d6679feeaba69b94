package coop.artel.notary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records that stand neither in the log nor in the queue, so that no sequencer would take them:
 * whoever connects as the service may delete from the queue. Only the records above a mark are
 * looked at. Up to the mark all are in the log, where the service can take none away, and no
 * transaction is left that could add one. The mark begins at nothing with every start and goes
 * through the records once.
 */
@Component
class Strays {
  private static final Logger LOG = LoggerFactory.getLogger(Strays.class);

  /** So many records above the mark, and so many of the newest, are looked at at once. */
  static final int REACH = 1_000;

  // A value for each record, which PostgreSQL looks up in the index: written as "exists" it became
  // a
  // join that read the whole log where the tables had no statistics yet.
  private static final String LOOK =
      """
      with first as materialized (
        select id from notary.records where id > :mark order by id limit :reach),
      newest as materialized (
        select id from notary.records where id > :mark order by id desc limit :reach),
      unsealed as materialized (
        select it.id, (select true from notary.queue q where q.record = it.id) is not null as queued
        from (select id from first union select id from newest) it
        where (select true from notary.entries e where e.record = it.id) is null)
      select array(select id from unsealed where not queued order by id) as strays,
        (select r.at from notary.records r
         where r.id = (select min(id) from unsealed where not queued)) as oldest,
        (select max(id) from first) as last,
        (select min(id) from unsealed) as unsealed,
        (select max(id) from newest) as newest,
        pg_snapshot_xmin(pg_current_snapshot())::text::bigint as running,
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next
      """;

  /**
   * What was found.
   *
   * @param records their ids, in order
   * @param oldest when the first of them was written
   */
  record Found(List<Long> records, @Nullable Instant oldest) {
    Found {
      records = List.copyOf(records);
    }

    long count() {
      return records.size();
    }
  }

  private record Seen(Found found, long inLog, long newest, long running, long next) {}

  private final JdbcClient database;

  /** Up to here every record is in the log. */
  private long mark;

  /** Up to here no transaction can add a record any more. */
  private long settled;

  /** The newest record at a look, settled when all has ended that ran then. */
  private long settling;

  private long settlesAt;

  Strays(JdbcClient database) {
    this.database = database;
  }

  /**
   * Those that stray now, in the reach of one look; those beyond come into it as others are sealed.
   */
  Found look() {
    long from;
    long to;
    synchronized (this) {
      from = mark;
      // What was settled before this look is all seen by it.
      to = settled;
    }
    var seen =
        database
            .sql(LOOK)
            .param("mark", from)
            .param("reach", REACH)
            .query((row, i) -> seen(row, from))
            .single();
    remember(seen, to);
    return seen.found;
  }

  private synchronized void remember(Seen seen, long to) {
    mark = Math.max(mark, Math.min(seen.inLog, to));
    if (seen.running >= settlesAt) {
      settled = Math.max(settled, settling);
      settling = seen.newest;
      settlesAt = seen.next;
    }
  }

  private static Seen seen(ResultSet row, long from) throws SQLException {
    var unsealed = row.getObject("unsealed", Long.class);
    var last = row.getObject("last", Long.class);
    var oldest = row.getObject("oldest", OffsetDateTime.class);
    long reached = last == null ? from : last;
    return new Seen(
        new Found(
            List.of((Long[]) row.getArray("strays").getArray()),
            oldest == null ? null : oldest.toInstant()),
        unsealed == null ? reached : Math.min(reached, unsealed - 1),
        row.getLong("newest"),
        row.getLong("running"),
        row.getLong("next"));
  }

  /** Where the next look begins. */
  synchronized long mark() {
    return mark;
  }

  /**
   * Puts them back in the queue, in a transaction that holds the sequencers' lock: what strays then
   * is sealed by nobody else meanwhile.
   */
  void queueAgain() {
    var strays = look().records();
    if (strays.isEmpty()) {
      return;
    }
    var ids = strays.toArray(Long[]::new);
    database
        .sql(
            """
            with strays as (
              insert into notary.strays (record, noticed_at) select unnest(?::bigint[]), ?
              returning record)
            insert into notary.queue (record, leaf)
            select r.id, r.leaf from notary.records r join strays s on s.record = r.id
            on conflict do nothing
            """)
        .params(ids, OffsetDateTime.now(ZoneOffset.UTC))
        .update();
    LOG.warn(
        "{} records stood neither in the log nor in the queue and are queued again, the first is"
            + " {}: somebody has deleted from notary.queue",
        ids.length,
        ids[0]);
  }

  LogWatch.QueuedAgain past() {
    return database
        .sql("select count(*), max(noticed_at) from notary.strays")
        .query(
            (row, i) -> {
              var last = row.getObject(2, OffsetDateTime.class);
              return new LogWatch.QueuedAgain(
                  row.getLong(1), last == null ? null : last.toInstant());
            })
        .single();
  }
}

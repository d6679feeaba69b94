package coop.artel.notary;

import coop.artel.notary.StampState.Stamped;
import coop.artel.signing.TimeAuthority;
import coop.artel.signing.TimeStamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how stamping fares, and by when a record was witnessed. */
@Component
public class StampWatch {
  private static final String OLDEST_UNSTAMPED =
      """
      select r.at from notary.entries e join notary.records r on r.id = e.record where e.idx = ?
      """;

  private final JdbcClient database;
  private final TimeAuthority authority;
  private final Stamper stamper;

  StampWatch(JdbcClient database, TimeAuthority authority, Stamper stamper) {
    this.database = database;
    this.authority = authority;
    this.stamper = stamper;
  }

  /** Whether an authority is asked at all. */
  boolean isAsked() {
    return authority.isNamed();
  }

  public StampState state() {
    var newest =
        database
            .sql("select size, at, answer from notary.time_stamps order by size desc limit 1")
            .query((row, i) -> stamped(row))
            .optional();
    var failure = stamper.failure();
    return new StampState(
        authority.isNamed(),
        newest.orElse(null),
        oldestUnstamped(newest.map(Stamped::size).orElse(0L)),
        failure.map(Stamper.Failure::reason).orElse(null),
        failure.map(Stamper.Failure::since).orElse(null));
  }

  private @Nullable Instant oldestUnstamped(long size) {
    return database
        .sql(OLDEST_UNSTAMPED)
        .param(size)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  /** The first stamp that covers an entry, by an authority that is trusted: exports carry it. */
  public Optional<Stamped> over(long index) {
    return database
        .sql(
            """
            select size, at, answer from notary.time_stamps
            where size > :index and encode(authority, 'hex') = any(:authorities)
            order by size limit 1
            """)
        .param("index", index)
        .param("authorities", authority.certificates().toArray(String[]::new))
        .query((row, i) -> stamped(row))
        .optional();
  }

  private static Stamped stamped(ResultSet row) throws SQLException {
    return new Stamped(
        row.getLong("size"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        TimeStamp.read(row.getBytes("answer")).authorityName());
  }
}

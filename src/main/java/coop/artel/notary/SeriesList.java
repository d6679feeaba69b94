package coop.artel.notary;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Series of records that are no cases: nobody starts or ends them. */
@Component
public class SeriesList {
  /**
   * How far a series is.
   *
   * @param sealed records that stand in the log
   * @param last when the newest was written
   */
  public record Series(String id, long records, long sealed, Instant last) {}

  private final JdbcClient database;

  SeriesList(JdbcClient database) {
    this.database = database;
  }

  /** Those of these names that have a record, by name. */
  public List<Series> of(Collection<String> ids) {
    return database
        .sql(
            """
            select r.case_id, count(*) as records, count(e.idx) as sealed, max(r.at) as last
            from notary.records r left join notary.entries e on e.record = r.id
            where r.case_id = any(:ids) group by r.case_id order by r.case_id
            """)
        .param("ids", ids.toArray(String[]::new))
        .query(
            (row, i) ->
                new Series(
                    row.getString("case_id"),
                    row.getLong("records"),
                    row.getLong("sealed"),
                    row.getObject("last", OffsetDateTime.class).toInstant()))
        .list();
  }
}

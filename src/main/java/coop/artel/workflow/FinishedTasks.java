package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people have done. */
@Service
public class FinishedTasks {
  private static final int LARGEST_PAGE = 100;

  private final JdbcClient sql;

  FinishedTasks(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param caseNumber as people say it
   * @param subject whom the case is about
   * @param doneFor whom the caller stood in for
   * @param number of the record that it left, absent for what was done before receipts were kept
   * @param digest of that record
   */
  public record Finished(
      String task,
      String activity,
      String caseId,
      String caseNumber,
      CooperativeId cooperative,
      PersonId subject,
      @Nullable PersonId doneFor,
      Instant at,
      @Nullable Long number,
      @Nullable String digest) {}

  /** The caller's own, newest first; a page holds at most 100. */
  public List<Finished> by(Caller caller, int offset, int limit) {
    return sql.sql(
            """
            select finished.*, cases.subject, cases.year, cases.number as case_number
            from (
              select * from workflow.finished_tasks where person = :me
              order by finished desc, id offset :offset limit :limit) as finished
              join workflow.cases as cases on cases.id = finished.case_id
            order by finished.finished desc, finished.id
            """)
        .param("me", caller.person().value())
        .param("offset", Math.max(offset, 0))
        .param("limit", Math.min(Math.max(limit, 1), LARGEST_PAGE))
        .query(FinishedTasks::finished)
        .list();
  }

  public long count(Caller caller) {
    return sql.sql("select count(*) from workflow.finished_tasks where person = ?")
        .param(caller.person().value())
        .query(Long.class)
        .single();
  }

  /** Whom the ones who did the tasks of a case stood in for, by task; of those only. */
  Map<String, PersonId> principals(String caseId) {
    return sql
        .sql(
            "select id, deputy_for from workflow.finished_tasks"
                + " where case_id = ? and deputy_for is not null")
        .param(caseId)
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("id"), new PersonId(row.getObject("deputy_for", UUID.class))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Finished finished(ResultSet row, int number) throws SQLException {
    return new Finished(
        row.getString("id"),
        row.getString("activity"),
        row.getString("case_id"),
        new CaseNumber(row.getInt("year"), row.getInt("case_number")).toString(),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        new PersonId(row.getObject("subject", UUID.class)),
        PersonId.orNull(row.getObject("deputy_for", UUID.class)),
        row.getObject("finished", OffsetDateTime.class).toInstant(),
        row.getObject("number", Long.class),
        row.getString("digest"));
  }
}

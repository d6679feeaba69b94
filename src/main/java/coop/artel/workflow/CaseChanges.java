package coop.artel.workflow;

import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the variables of a case came to be what they are; they hold ids and answers only. */
@UseCase
public class CaseChanges {
  private final JdbcClient sql;

  CaseChanges(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A variable that was given another value.
   *
   * @param before absent where it had none
   * @param after absent where it was taken away
   * @param run of the activity in which it happened
   */
  public record Change(
      String variable,
      @Nullable String before,
      @Nullable String after,
      Instant at,
      @Nullable String run) {}

  /** Oldest first; for those who were allowed to find the case. */
  public List<Change> of(String caseId) {
    return sql.sql(
            """
            select * from (
              select name_, value, lag(value) over (partition by proc_inst_id_, name_
                  order by time_, sequence_counter_) as before, time_, act_inst_id_,
                sequence_counter_
              from (
                select it.*, case var_type_ when 'boolean' then (long_ = 1)::text
                  else coalesce(text_, long_::text, double_::text) end as value
                from act_hi_detail it
                where root_proc_inst_id_ = ? and type_ = 'VariableUpdate'
              ) updates
            ) changes
            where value is distinct from before
            order by time_, sequence_counter_
            """)
        .param(caseId)
        .query(CaseChanges::read)
        .list();
  }

  private static Change read(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getString("name_"),
        row.getString("before"),
        row.getString("value"),
        // The engine writes its times without a zone, in that of this machine.
        row.getTimestamp("time_").toInstant(),
        row.getString("act_inst_id_"));
  }
}

package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the open cases of a cooperative wait for. */
@Service
public class Workload {
  private final JdbcClient sql;

  Workload(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Something that at least one open case waits for.
   *
   * @param activity of the task, {@link CaseFilter#NOTHING} for those of which nobody has a task
   */
  public record Waiting(String process, String activity) {}

  /** By process, then by activity. */
  public List<Waiting> of(CooperativeId cooperative) {
    return sql.sql(
            """
            select distinct cases.process, coalesce(tasks.activity, :nothing) as activity
            from workflow.cases left join workflow.tasks on tasks.case_id = cases.id
            where cases.cooperative = :cooperative and cases.ended is null
            order by 1, 2
            """)
        .param("cooperative", cooperative.value())
        .param("nothing", CaseFilter.NOTHING)
        .query((row, n) -> new Waiting(row.getString("process"), row.getString("activity")))
        .list();
  }
}

package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.law.LegalDays;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The task list: each part of it is one query over the caller's groups. */
@Service
public class TaskFinder {
  private static final int LARGEST_PAGE = 100;
  private static final PersonId NOBODY = new PersonId(new UUID(0, 0));
  private static final String SELECT =
      "select tasks.*, coalesce(tasks.due < today.day, false) as overdue, cases.subject,"
          + " cases.year, cases.number";
  private static final String FROM =
      """
      \sfrom workflow.tasks as tasks
         join workflow.cases as cases on cases.id = tasks.case_id
         left join unnest(:cooperatives::uuid[], :days::date[]) as today (id, day)
           on today.id = tasks.cooperative
       where\s""";

  private final JdbcClient sql;
  private final LegalDays days;

  TaskFinder(JdbcClient sql, LegalDays days) {
    this.sql = sql;
    this.days = days;
  }

  /**
   * A task of a list.
   *
   * @param subject whom its case is about
   * @param number of its case, as people say it
   */
  public record Found(Task task, PersonId subject, String number) {}

  /**
   * What a view holds, for choosing among it.
   *
   * @param processes with the number of their tasks
   * @param activities the kinds of task that there are
   * @param holders with the number of theirs
   */
  public record Facets(
      Map<String, Long> processes,
      Set<String> activities,
      Map<PersonId, Long> holders,
      long free) {}

  /** A page holds at most 100. */
  public List<Found> list(
      Caller caller, Tasks.View view, TaskFilter filter, int offset, int limit) {
    return statement(
            SELECT
                + FROM
                + Tasks.condition(view)
                + filter.condition()
                + " order by "
                + filter.sort().order
                + " offset :offset limit :limit",
            caller,
            filter)
        .param("offset", Math.max(offset, 0))
        .param("limit", Math.min(Math.max(limit, 1), LARGEST_PAGE))
        .query(TaskFinder::found)
        .list();
  }

  public long count(Caller caller, Tasks.View view, TaskFilter filter) {
    return statement(
            "select count(*)" + FROM + Tasks.condition(view) + filter.condition(), caller, filter)
        .query(Long.class)
        .single();
  }

  /** How many tasks each view holds, all in one query. */
  public Map<Tasks.View, Long> counts(Caller caller) {
    var select = new StringBuilder("select ");
    for (var view : Tasks.View.values()) {
      select
          .append(view.ordinal() == 0 ? "" : ", ")
          .append("count(*) filter (where ")
          .append(Tasks.condition(view))
          .append(")");
    }
    return statement(
            select
                + FROM
                + "("
                + Tasks.condition(Tasks.View.ALL)
                + " or "
                + Tasks.condition(Tasks.View.TEAM)
                + ")",
            caller,
            TaskFilter.NONE)
        .query(
            (row, number) -> {
              var counts = new EnumMap<Tasks.View, Long>(Tasks.View.class);
              for (var view : Tasks.View.values()) {
                counts.put(view, row.getLong(view.ordinal() + 1));
              }
              return counts;
            })
        .single();
  }

  public Facets facets(Caller caller, Tasks.View view) {
    var processes = new TreeMap<String, Long>();
    var activities = new TreeSet<String>();
    var holders = new LinkedHashMap<PersonId, Long>();
    statement(
            "select tasks.process, tasks.activity, tasks.assignee, count(*) as many"
                + FROM
                + Tasks.condition(view)
                + " group by tasks.process, tasks.activity, tasks.assignee",
            caller,
            TaskFilter.NONE)
        .query(
            row -> {
              long many = row.getLong("many");
              processes.merge(row.getString("process"), many, Long::sum);
              activities.add(row.getString("activity"));
              @Nullable UUID assignee = row.getObject("assignee", UUID.class);
              holders.merge(assignee == null ? NOBODY : new PersonId(assignee), many, Long::sum);
            });
    @Nullable Long free = holders.remove(NOBODY);
    return new Facets(processes, activities, holders, free == null ? 0 : free);
  }

  /** The task of that id, if the view holds it for the caller. */
  public Optional<Found> find(Caller caller, Tasks.View view, String id) {
    return statement(
            SELECT + FROM + Tasks.condition(view) + " and tasks.id = :id", caller, TaskFilter.NONE)
        .param("id", id)
        .query(TaskFinder::found)
        .optional();
  }

  /** All tasks, of whomever, whose last day has passed within the last week. */
  public List<Task> newlyOverdue() {
    return Tasks.onThisDay(
            sql.sql(SELECT + FROM + "tasks.due < today.day and tasks.due >= today.day - 7"), days)
        .query(Tasks::task)
        .list();
  }

  private JdbcClient.StatementSpec statement(String text, Caller caller, TaskFilter filter) {
    var words = filter.words();
    var holder = filter.holder();
    @Nullable CaseNumber named = words == null ? null : words.number();
    return Tasks.bound(sql.sql(text), caller, days)
        .param("year", named == null ? -1 : named.year())
        .param("number", named == null ? -1 : named.number())
        .param(
            "activities", words == null ? new String[0] : words.activities().toArray(String[]::new))
        .param(
            "subjects",
            words == null
                ? new UUID[0]
                : words.subjects().stream().map(PersonId::value).toArray(UUID[]::new))
        .param("process", filter.process(), Types.VARCHAR)
        .param("from", filter.from(), Types.DATE)
        .param("to", filter.to(), Types.DATE)
        .param("holder", holder == null ? null : holder.value(), Types.OTHER);
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(
        Tasks.task(row, number),
        new PersonId(row.getObject("subject", UUID.class)),
        Cases.number(row));
  }
}

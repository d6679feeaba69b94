package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.law.LegalDays;
import coop.artel.people.People;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The task list: each part of it is one query over the caller's groups. */
@Service
public class TaskFinder {
  private static final int LARGEST_PAGE = 100;
  private static final String TODAY =
      " left join unnest(:cooperatives::uuid[], :days::date[]) as today (id, day)"
          + " on today.id = tasks.cooperative";
  private static final String FROM = " from workflow.tasks as tasks" + TODAY + " where ";
  private static final String SELECT =
      "select tasks.*, coalesce(tasks.due < today.day, false) as overdue" + FROM;

  /**
   * All of the page that was cut out, and of nothing else: what is sorted for it is as narrow as it
   * can be, and so stays in memory.
   */
  private static final String OF_PAGE =
      "select tasks.*, coalesce(tasks.due < today.day, false) as overdue,"
          + " cases.subject, cases.year, cases.number"
          + " from (select tasks.id"
          + FROM
          + "%s) as page join workflow.tasks as tasks on tasks.id = page.id"
          + " join workflow.cases as cases on cases.id = tasks.case_id"
          + TODAY;

  private static final String SUBJECTS =
      "select tasks.id, cases.subject from workflow.tasks as tasks"
          + " join workflow.cases as cases on cases.id = tasks.case_id"
          + TODAY
          + " where %s order by "
          + TaskFilter.Sort.PERSON.order;

  private final JdbcClient sql;
  private final LegalDays days;
  private final People people;

  TaskFinder(JdbcClient sql, LegalDays days, People people) {
    this.sql = sql;
    this.days = days;
    this.people = people;
  }

  /**
   * A task of a list.
   *
   * @param subject whom its case is about
   * @param number of its case, as people say it
   */
  public record Found(Task task, PersonId subject, String number) {}

  /** A page holds at most 100. */
  public List<Found> list(
      Caller caller, Tasks.View view, TaskFilter filter, int offset, int limit) {
    int first = Math.max(offset, 0);
    int most = Math.min(Math.max(limit, 1), LARGEST_PAGE);
    if (filter.sort() == TaskFilter.Sort.PERSON) {
      return byName(caller, view, filter, first, most);
    }
    var page =
        Tasks.condition(view)
            + filter.condition()
            + " order by "
            + filter.sort().order
            + " offset :offset limit :limit";
    return statement(OF_PAGE.formatted(page) + " order by " + filter.sort().order, caller, filter)
        .param("offset", first)
        .param("limit", most)
        .query(TaskFinder::found)
        .list();
  }

  /** The database knows names only sealed, so they are opened and put in order here. */
  private List<Found> byName(
      Caller caller, Tasks.View view, TaskFilter filter, int offset, int limit) {
    var subjects =
        statement(SUBJECTS.formatted(Tasks.condition(view) + filter.condition()), caller, filter)
            .query((row, number) -> Map.entry(row.getString("id"), person(row, "subject")))
            .list();
    var names = people.namesOf(subjects.stream().map(Map.Entry::getValue).toList());
    var order = new NameOrder(names);
    // What the query put in order stays so among the tasks of one person.
    var page =
        subjects.stream()
            .sorted(Map.Entry.comparingByValue(order))
            .skip(offset)
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    return statement(OF_PAGE.formatted("tasks.id = any(:page)"), caller, filter)
        .param("page", page.toArray(String[]::new))
        .query(TaskFinder::found)
        .stream()
        .sorted(Comparator.comparingInt(it -> page.indexOf(it.task().id())))
        .toList();
  }

  public long count(Caller caller, Tasks.View view, TaskFilter filter) {
    return statement(
            "select count(*)" + FROM + Tasks.condition(view) + filter.condition(), caller, filter)
        .query(Long.class)
        .single();
  }

  /** What there is in all views, counted in one query. */
  public Overview overview(Caller caller) {
    return new Overview(
        caller,
        Tasks.bound(
                sql.sql(
                    "select tasks.groups, tasks.cooperative, tasks.assignee, tasks.process,"
                        + " tasks.activity, coalesce(tasks.due < today.day, false) as overdue,"
                        + " count(*) as many"
                        + FROM
                        + "tasks.cooperative = any(:served) or tasks.assignee = :me"
                        + " group by 1, 2, 3, 4, 5, 6"),
                caller,
                days)
            .param(
                "served", caller.served().stream().map(CooperativeId::value).toArray(UUID[]::new))
            .query(TaskFinder::heap)
            .list());
  }

  private static Overview.Heap heap(ResultSet row, int number) throws SQLException {
    @Nullable UUID assignee = row.getObject("assignee", UUID.class);
    return new Overview.Heap(
        Set.of((String[]) row.getArray("groups").getArray()),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        assignee == null ? null : new PersonId(assignee),
        row.getString("process"),
        row.getString("activity"),
        row.getBoolean("overdue"),
        row.getLong("many"));
  }

  /** The task of that id, if the view holds it for the caller. */
  public Optional<Found> find(Caller caller, Tasks.View view, String id) {
    return statement(
            OF_PAGE.formatted(Tasks.condition(view) + " and tasks.id = :id"),
            caller,
            TaskFilter.NONE)
        .param("id", id)
        .query(TaskFinder::found)
        .optional();
  }

  /** Which of these tasks are open and in nobody else's hands. */
  public Set<String> stillFor(Caller caller, Collection<String> ids) {
    return Set.copyOf(
        sql.sql(
                "select id from workflow.tasks where id = any(:ids)"
                    + " and (assignee is null or assignee = :me)")
            .param("ids", ids.toArray(String[]::new))
            .param("me", caller.person().value())
            .query(String.class)
            .list());
  }

  /** All tasks, of whomever, whose last day has passed within the last week. */
  public List<Task> newlyOverdue() {
    return Tasks.onThisDay(
            sql.sql(SELECT + "tasks.due < today.day and tasks.due >= today.day - 7"), days)
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
    return new Found(Tasks.task(row, number), person(row, "subject"), Cases.number(row));
  }

  private static PersonId person(ResultSet row, String column) throws SQLException {
    return new PersonId(row.getObject(column, UUID.class));
  }
}

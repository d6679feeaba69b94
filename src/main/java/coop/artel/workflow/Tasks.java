package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.law.LegalDays;
import coop.artel.notary.Receipt;
import coop.artel.people.People;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything that people do with tasks; nothing else completes one. What changes something opens
 * its own transaction, since it is tried again when two people collide.
 */
@Service
public class Tasks {
  private static final int LARGEST_PAGE = 100;

  /** The day that it is in each task's cooperative stands beside the task. */
  private static final String TODAY =
      " left join unnest(:cooperatives::uuid[], :days::date[]) as today (id, day)"
          + " on today.id = tasks.cooperative";

  private static final String COLUMNS =
      "select tasks.*, coalesce(tasks.due < today.day, false) as overdue"
          + " from workflow.tasks as tasks"
          + TODAY
          + " where ";
  private static final String VISIBLE =
      "(tasks.groups && :groups::text[] or tasks.assignee = :me and tasks.groups = '{}')";

  private final JdbcClient sql;
  private final TaskService engine;
  private final Forms forms;
  private final Notes notes;
  private final People people;
  private final Callers callers;
  private final LegalDays days;
  private final TransactionTemplate transaction;
  private final TaskCompletion completion;
  private final Guards guards;

  Tasks(
      JdbcClient sql,
      TaskService engine,
      Forms forms,
      Notes notes,
      People people,
      Callers callers,
      LegalDays days,
      PlatformTransactionManager transactions,
      TaskCompletion completion,
      Guards guards) {
    this.sql = sql;
    this.engine = engine;
    this.forms = forms;
    this.notes = notes;
    this.people = people;
    this.callers = callers;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
    this.completion = completion;
    this.guards = guards;
  }

  /** Which part of the list. */
  public enum View {
    MINE("tasks.assignee = :me and " + VISIBLE),
    GROUPS("tasks.assignee is null and tasks.groups && :groups::text[]"),
    OVERDUE("tasks.due < today.day and " + VISIBLE),
    ALL(VISIBLE),
    /** What waits for any office of a cooperative, for its chair and its secretary. */
    TEAM("tasks.cooperative = any(:led) and tasks.groups <> '{}'");

    private final String condition;

    View(String condition) {
      this.condition = condition;
    }
  }

  /**
   * A form and its first values by key.
   *
   * @param guard what the law is asked before the task is completed, absent where nothing is
   */
  public record FilledForm(Form form, Map<String, Object> values, @Nullable GuardQuestion guard) {
    /** The form of a task that nothing guards. */
    public FilledForm(Form form, Map<String, Object> values) {
      this(form, values, null);
    }
  }

  /** Nearest due date first, then oldest; a page holds at most 100. */
  public List<Task> list(Caller caller, View view, int offset, int limit) {
    return statement(
            COLUMNS
                + view.condition
                + " order by tasks.due, tasks.created, tasks.id offset :offset limit :limit",
            caller)
        .param("offset", Math.max(offset, 0))
        .param("limit", Math.min(Math.max(limit, 1), LARGEST_PAGE))
        .query(Tasks::task)
        .list();
  }

  public long count(Caller caller, View view) {
    return statement(
            "select count(*) from workflow.tasks as tasks" + TODAY + " where " + view.condition,
            caller)
        .query(Long.class)
        .single();
  }

  /** The open tasks of a case, for whoever may see the case. */
  public List<Task> ofCase(String caseId) {
    return onThisDay(sql.sql(COLUMNS + "tasks.case_id = :case order by tasks.created"), days)
        .param("case", caseId)
        .query(Tasks::task)
        .list();
  }

  /** Refused with {@code task-unknown} (NOT_FOUND) for those who may not know of it. */
  public Task find(Caller caller, String taskId) {
    return visible(caller, taskId, "").orElseThrow(() -> gone(caller, taskId));
  }

  /** Why the caller may not take a task of theirs; empty for all but a few. */
  public Optional<Refusal> barred(Caller caller, Task task) {
    try {
      completion.demandMayTake(caller, task);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal);
    }
  }

  /** Refused with {@code task-held} naming the holder, and as the form's handler refuses. */
  public void claim(Caller caller, String taskId) {
    inTransaction(
        () -> {
          Task task = locked(caller, taskId);
          var holder = task.assignee();
          if (holder == null || !holder.equals(caller.person()) && !stillMay(holder, task)) {
            completion.demandMayTake(caller, task);
            engine.setAssignee(taskId, caller.person().toString());
          } else if (!holder.equals(caller.person())) {
            throw new TaskHeld(nameOf(holder));
          }
        });
  }

  /** One of several that somebody takes at once, and why not if it could not be taken. */
  public record Claimed(String task, @Nullable Refusal refusal) {}

  /** Takes several, each by itself; what stands against one does not stand against another. */
  public List<Claimed> claimAll(Caller caller, List<String> taskIds) {
    return taskIds.stream().distinct().map(id -> new Claimed(id, refused(caller, id))).toList();
  }

  private @Nullable Refusal refused(Caller caller, String taskId) {
    try {
      claim(caller, taskId);
      return null;
    } catch (Refusal refusal) {
      return refusal;
    }
  }

  /** Whoever has lost the office holds up nobody: the group may take the task again. */
  private boolean stillMay(PersonId holder, Task task) {
    return callers.of(holder).groups().stream().anyMatch(task.groups()::contains);
  }

  /** Gives a claimed task back to its group; a task that has no group stays with its person. */
  public void release(Caller caller, String taskId) {
    inTransaction(
        () -> {
          Task task = lockedByHolder(caller, taskId);
          if (!task.groups().isEmpty()) {
            engine.setAssignee(taskId, null);
          }
        });
  }

  /** The form of a task with what it shows already. */
  public FilledForm form(Caller caller, String taskId) {
    Task task = find(caller, taskId);
    Map<String, Object> variables;
    try {
      variables = engine.getVariables(taskId);
    } catch (NullValueException doneMeanwhile) {
      throw gone(caller, taskId);
    }
    var run = new TaskRun(task, () -> variables, notes);
    var origin = origin(taskId);
    return new FilledForm(
        forms.in(origin.deployment, task.activity()),
        completion.handler(task).prefill(run),
        guards.asks(origin.guard, task.cooperative()));
  }

  /**
   * Checks the values against the task's form, hands them to the form's handler and completes the
   * task. Refused: {@code form-invalid} with a list of field errors, {@code task-not-held}, {@code
   * task-already-done}, {@code task-forbidden-by-law}.
   */
  public Receipt complete(Caller caller, String taskId, Map<String, ?> values) {
    Recording[] recording = new Recording[1];
    inTransaction(
        () -> {
          recording[0] = Recording.current();
          Task task = lockedByHolder(caller, taskId);
          var origin = origin(taskId);
          var checked = FormCheck.of(forms.in(origin.deployment, task.activity()), values);
          completion.complete(caller, task, origin.guard, checked);
        });
    return recording[0]
        .receipt(taskId)
        .orElseThrow(() -> new IllegalStateException("No record of task " + taskId));
  }

  private void inTransaction(Runnable work) {
    Collisions.<RuntimeException>trying(
        () -> {
          transaction.executeWithoutResult(status -> work.run());
          return null;
        });
  }

  /** The task's row locked for its holder; refused as {@link #complete} is. */
  Task lockedByHolder(Caller caller, String taskId) {
    Task task = locked(caller, taskId);
    demandHolder(caller, task);
    return task;
  }

  /** The task's row locked, so that of two who complete it one comes second and is told so. */
  private Task locked(Caller caller, String taskId) {
    return visible(caller, taskId, " for update of tasks").orElseThrow(() -> gone(caller, taskId));
  }

  private Optional<Task> visible(Caller caller, String taskId, String lock) {
    return statement(COLUMNS + "tasks.id = :id and " + VISIBLE + lock, caller)
        .param("id", taskId)
        .query(Tasks::task)
        .optional();
  }

  private RuntimeException gone(Caller caller, String taskId) {
    return sql.sql(
            "select person, finished, cooperative from workflow.finished_tasks where id = :id"
                + " and (person = :me or cooperative = any(:served))")
        .param("id", taskId)
        .param("me", caller.person().value())
        .param("served", caller.served().stream().map(CooperativeId::value).toArray(UUID[]::new))
        .query(
            (row, number) ->
                (RuntimeException)
                    new TaskAlreadyDone(
                        nameOf(new PersonId(row.getObject("person", UUID.class))),
                        row.getObject("finished", OffsetDateTime.class).toInstant(),
                        new CooperativeId(row.getObject("cooperative", UUID.class))))
        .optional()
        .orElseGet(() -> new TaskUnknown(taskId));
  }

  /** Refused with {@code task-not-held} or {@code task-held} for all others. */
  void demandHeld(Caller caller, String taskId) {
    demandHolder(caller, find(caller, taskId));
  }

  private void demandHolder(Caller caller, Task task) {
    if (task.assignee() == null) {
      throw new TaskNotHeld();
    }
    if (!task.assignee().equals(caller.person())) {
      throw new TaskHeld(nameOf(task.assignee()));
    }
  }

  private String nameOf(PersonId person) {
    return people.nameOf(person).orElse("—");
  }

  /**
   * Whose model a task comes from.
   *
   * @param guard the question that guards it, absent where none does
   */
  record Origin(String deployment, @Nullable String guard) {}

  Origin origin(String taskId) {
    return sql.sql("select deployment, guard from workflow.tasks where id = ?")
        .param(taskId)
        .query((row, number) -> new Origin(row.getString("deployment"), row.getString("guard")))
        .single();
  }

  private JdbcClient.StatementSpec statement(String text, Caller caller) {
    return bound(sql.sql(text), caller, days);
  }

  /** Which tasks a view holds, of {@code tasks} with {@code today} beside it. */
  static String condition(View view) {
    return "(" + view.condition + ")";
  }

  /** Gives a statement what the conditions of views speak of. */
  static JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement, Caller caller, LegalDays days) {
    return onThisDay(statement, days)
        .param("me", caller.person().value())
        .param("groups", caller.groups().toArray(String[]::new))
        .param(
            "led",
            caller.offices().keySet().stream()
                .filter(cooperative -> leads(caller, cooperative))
                .map(CooperativeId::value)
                .toArray(UUID[]::new));
  }

  /** Gives out tasks there: as the chair or as a secretary. */
  static boolean leads(Caller caller, CooperativeId cooperative) {
    return caller.groups().contains(cooperative + ":chair")
        || caller.groups().contains(cooperative + ":secretary");
  }

  static JdbcClient.StatementSpec onThisDay(JdbcClient.StatementSpec statement, LegalDays days) {
    var today = List.copyOf(days.today().entrySet());
    return statement
        .param(
            "cooperatives", today.stream().map(e -> e.getKey().toString()).toArray(String[]::new))
        .param("days", today.stream().map(e -> e.getValue().toString()).toArray(String[]::new));
  }

  static Task task(ResultSet row, int number) throws SQLException {
    @Nullable UUID assignee = row.getObject("assignee", UUID.class);
    Array groups = row.getArray("groups");
    return new Task(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("process"),
        row.getString("activity"),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        assignee == null ? null : new PersonId(assignee),
        Set.of((String[]) groups.getArray()),
        instant(row, "created"),
        row.getObject("due", LocalDate.class),
        row.getBoolean("overdue"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

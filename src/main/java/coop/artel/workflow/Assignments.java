package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks given out: by the chair or a secretary, to somebody who holds the task's office. */
@UseCase
public class Assignments {
  private final JdbcClient sql;
  private final TaskService engine;
  private final Callers callers;
  private final LegalClock clock;
  private final ApplicationEventPublisher news;

  Assignments(
      JdbcClient sql,
      TaskService engine,
      Callers callers,
      LegalClock clock,
      ApplicationEventPublisher news) {
    this.sql = sql;
    this.engine = engine;
    this.callers = callers;
    this.clock = clock;
    this.news = news;
  }

  /**
   * A task given to somebody.
   *
   * @param heldBy who held it until then
   * @param at by the legal clock
   */
  public record Assignment(
      @Nullable PersonId heldBy, PersonId person, PersonId assignedBy, Instant at) {}

  private record Open(
      String caseId,
      String activity,
      CooperativeId cooperative,
      @Nullable PersonId holder,
      List<String> groups) {}

  /** Whom the caller may give the task to: nobody, where the caller gives out none. */
  public List<PersonId> candidates(Caller caller, String taskId) {
    return open(caller, taskId, "").stream()
        .flatMap(task -> task.groups().stream())
        .flatMap(group -> callers.inGroup(group).stream())
        .distinct()
        .toList();
  }

  /**
   * Refused with {@code task-unknown} for a task that the caller does not give out, with {@code
   * office-not-held-for-task} for a person who may not do it.
   */
  public void assign(Caller caller, String taskId, PersonId person) {
    var task =
        open(caller, taskId, " for update").stream()
            .findFirst()
            .orElseThrow(() -> new TaskUnknown(taskId));
    if (callers.of(person).groups().stream().noneMatch(task.groups()::contains)) {
      throw new OfficeNotHeldForTask();
    }
    if (person.equals(task.holder())) {
      return;
    }
    sql.sql(
            """
            insert into workflow.assignments (task, case_id, cooperative, held_by, person,
              assigned_by, assigned)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            taskId,
            task.caseId(),
            task.cooperative().value(),
            task.holder() == null ? null : task.holder().value(),
            person.value(),
            caller.person().value(),
            OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC))
        .update();
    engine.setAssignee(taskId, person.toString());
    if (!person.equals(caller.person())) {
      news.publishEvent(
          new TaskGiven(
              taskId, task.caseId(), task.activity(), task.cooperative(), person, caller.person()));
    }
  }

  /** Oldest first; of a task that the caller does not give out: none. */
  public List<Assignment> of(Caller caller, String taskId) {
    if (open(caller, taskId, "").isEmpty()) {
      return List.of();
    }
    return sql.sql(
            "select held_by, person, assigned_by, assigned from workflow.assignments"
                + " where task = ? order by entry")
        .param(taskId)
        .query(
            (row, number) ->
                new Assignment(
                    person(row.getObject("held_by", UUID.class)),
                    new PersonId(row.getObject("person", UUID.class)),
                    new PersonId(row.getObject("assigned_by", UUID.class)),
                    row.getObject("assigned", OffsetDateTime.class).toInstant()))
        .list();
  }

  private List<Open> open(Caller caller, String taskId, String lock) {
    return sql
        .sql(
            "select case_id, activity, cooperative, assignee, groups from workflow.tasks"
                + " where id = ? and groups <> '{}'"
                + lock)
        .param(taskId)
        .query(
            (row, number) ->
                new Open(
                    row.getString("case_id"),
                    row.getString("activity"),
                    new CooperativeId(row.getObject("cooperative", UUID.class)),
                    person(row.getObject("assignee", UUID.class)),
                    Arrays.asList((String[]) row.getArray("groups").getArray())))
        .list()
        .stream()
        .filter(task -> Tasks.leads(caller, task.cooperative()))
        .toList();
  }

  private static @Nullable PersonId person(@Nullable UUID id) {
    return id == null ? null : new PersonId(id);
  }
}

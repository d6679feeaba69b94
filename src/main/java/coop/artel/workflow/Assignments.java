package coop.artel.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.SubjectCipher;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tasks given out: by the chair or a secretary, to somebody who holds the task's office; and tasks
 * that a deputy takes over from the officer who had them in hand.
 */
@UseCase
public class Assignments {
  private final JdbcClient sql;
  private final TaskService engine;
  private final Callers callers;
  private final Records records;
  private final SubjectCipher cipher;
  private final CaseSubjects subjects;
  private final LegalClock clock;
  private final ApplicationEventPublisher news;

  Assignments(
      JdbcClient sql,
      TaskService engine,
      Callers callers,
      Records records,
      SubjectCipher cipher,
      CaseSubjects subjects,
      LegalClock clock,
      ApplicationEventPublisher news) {
    this.records = records;
    this.cipher = cipher;
    this.subjects = subjects;
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
   * @param assignedFor whom the one who gave it stood in for
   * @param at by the legal clock
   * @param reason of a deputy who took it over, absent where it was given out or the case's subject
   *     was erased
   */
  public record Assignment(
      @Nullable PersonId heldBy,
      PersonId person,
      PersonId assignedBy,
      @Nullable PersonId assignedFor,
      Instant at,
      @Nullable String reason) {}

  private record Open(
      String id,
      String caseId,
      String process,
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
   * office-not-held-for-task} for a person who may not do it, with {@code take-over-instead} for a
   * deputy who takes from the officer without saying why.
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
    if (person.equals(caller.person()) && isPrincipals(caller, task.groups(), task.holder())) {
      throw new TakeOverInstead();
    }
    keep(caller, task, person, caller.inWhoseName(it -> Tasks.leads(it, task.cooperative())), null);
    engine.setAssignee(taskId, person.toString());
    if (!person.equals(caller.person())) {
      news.publishEvent(
          new TaskGiven(
              taskId, task.caseId(), task.activity(), task.cooperative(), person, caller.person()));
    }
  }

  /**
   * A deputy takes what the officer has in hand. The case's record names both and commits to the
   * reason. Refused: {@code task-unknown} for a task that no officer whom the caller stands in for
   * holds, {@code comment-malformed}.
   */
  public void takeOver(Caller caller, String taskId, String reason) {
    var task =
        read(taskId, " for update").stream()
            .filter(it -> isPrincipals(caller, it.groups(), it.holder()))
            .findFirst()
            .orElseThrow(() -> new TaskUnknown(taskId));
    var principal = Optional.ofNullable(task.holder());
    String words = Comments.checked(reason);
    keep(caller, task, caller.person(), principal, words);
    engine.setAssignee(taskId, caller.person().toString());
    records.append(
        task.caseId(),
        List.of(
            Happening.of(RecordKind.TAKEN_OVER)
                .with("process", task.process())
                .with("activity", task.activity())
                .by(caller.person())
                .withPerson("deputyFor", task.holder())
                .committing("reason", words)));
  }

  /** Whether the officer whom the caller stands in for has claimed a task of these groups. */
  public static boolean isPrincipals(
      Caller caller, Collection<String> groups, @Nullable PersonId holder) {
    return holder != null
        && caller.principal(Set.copyOf(groups)).filter(holder::equals).isPresent();
  }

  private void keep(
      Caller caller,
      Open task,
      PersonId person,
      Optional<PersonId> principal,
      @Nullable String reason) {
    sql.sql(
            """
            insert into workflow.assignments (task, case_id, cooperative, held_by, person,
              assigned_by, assigned_for, assigned, reason)
            values (:task, :case, :cooperative, :holder, :person, :by, :for, :now, :reason)
            """)
        .param("task", task.id())
        .param("case", task.caseId())
        .param("cooperative", task.cooperative().value())
        .param("holder", PersonId.valueOf(task.holder()), Types.OTHER)
        .param("person", person.value())
        .param("by", caller.person().value())
        .param("for", principal.map(PersonId::value).orElse(null), Types.OTHER)
        .param("now", OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC))
        .param(
            "reason",
            reason == null
                ? null
                : cipher.seal(
                    subjects.of(task.caseId()), reason.getBytes(UTF_8), context(task.id())),
            Types.BINARY)
        .update();
  }

  /** Oldest first; of a task that the caller does not give out: none. */
  public List<Assignment> of(Caller caller, String taskId) {
    if (open(caller, taskId, "").isEmpty()) {
      return List.of();
    }
    return sql.sql("select * from workflow.assignments where task = ? order by entry")
        .param(taskId)
        .query((row, number) -> assignment(row))
        .list();
  }

  private Assignment assignment(ResultSet row) throws SQLException {
    byte @Nullable [] reason = row.getBytes("reason");
    return new Assignment(
        PersonId.orNull(row.getObject("held_by", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new PersonId(row.getObject("assigned_by", UUID.class)),
        PersonId.orNull(row.getObject("assigned_for", UUID.class)),
        row.getObject("assigned", OffsetDateTime.class).toInstant(),
        reason == null ? null : cipher.text(reason, context(row.getString("task"))).orElse(null));
  }

  private static byte[] context(String task) {
    return ("workflow.assignments reason " + task).getBytes(UTF_8);
  }

  private List<Open> open(Caller caller, String taskId, String lock) {
    return read(taskId, lock).stream()
        .filter(task -> Tasks.leads(caller, task.cooperative()))
        .toList();
  }

  private List<Open> read(String taskId, String lock) {
    return sql.sql("select * from workflow.tasks where id = ? and groups <> '{}'" + lock)
        .param(taskId)
        .query(
            (row, number) ->
                new Open(
                    taskId,
                    row.getString("case_id"),
                    row.getString("process"),
                    row.getString("activity"),
                    new CooperativeId(row.getObject("cooperative", UUID.class)),
                    PersonId.orNull(row.getObject("assignee", UUID.class)),
                    Arrays.asList((String[]) row.getArray("groups").getArray())))
        .list();
  }
}

package coop.artel.workflow;

import coop.artel.access.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Completes tasks, in the caller's transaction: the form's handler stores the values, the law is
 * asked where the model names a guard, and the engine gets ids and outcomes.
 */
@Component
class TaskCompletion {
  private final TaskService engine;
  private final Notes notes;
  private final Guards guards;
  private final Map<String, FormHandler> handlers;

  TaskCompletion(
      TaskService engine, Notes notes, Guards guards, ObjectProvider<FormHandler> handlers) {
    this.engine = engine;
    this.notes = notes;
    this.guards = guards;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(FormHandler::form, Function.identity()));
  }

  FormHandler handler(Task task) {
    @Nullable FormHandler handler = handlers.get(task.activity());
    if (handler == null) {
      throw new IllegalStateException("Nobody takes the form %s".formatted(task.activity()));
    }
    return handler;
  }

  /** Refused as the form's handler refuses. */
  void demandMayTake(Caller caller, Task task) {
    @Nullable FormHandler handler = handlers.get(task.activity());
    if (handler != null) {
      handler.demandMayTake(new TaskRun(task, () -> engine.getVariables(task.id()), notes), caller);
    }
  }

  /**
   * Refused with {@code task-forbidden-by-law} by a caller's transaction that is to be rolled back.
   *
   * @param guard the question that guards the task, absent where none does
   * @param values as {@link FormCheck} gives them
   */
  void complete(Caller caller, Task task, @Nullable String guard, Map<String, Object> values) {
    var submission = submission(caller, task, values);
    var outcomes = handled(submission, task);
    if (guard != null) {
      guards
          .forbids(task, submission)
          .ifPresent(
              it -> {
                throw new TaskForbiddenByLaw(it.decision());
              });
      put(outcomes, WorkflowVariables.OVERRIDDEN.with(false));
    }
    engine.complete(task.id(), outcomes);
  }

  /** Completes what the law forbids; whoever calls has seen to it that two persons want it. */
  void override(Caller caller, Task task, Map<String, Object> values) {
    var outcomes = handled(submission(caller, task, values), task);
    put(outcomes, WorkflowVariables.OVERRIDDEN.with(true));
    engine.complete(task.id(), outcomes);
  }

  /** What the law would say, in a transaction that is rolled back in any case. */
  Optional<Guards.Forbidden> attempt(Caller caller, Task task, Map<String, Object> values) {
    var submission = submission(caller, task, values);
    handled(submission, task);
    return guards.forbids(task, submission);
  }

  private Submission submission(Caller caller, Task task, Map<String, Object> values) {
    var variables = engine.getVariables(task.id());
    var run = new TaskRun(task, () -> variables, notes);
    var inPlaceOf = caller.principal(task.groups()).orElse(null);
    return new Submission(
        task.id(), task.caseId(), task.cooperative(), caller, inPlaceOf, values, run);
  }

  private Map<String, Object> handled(Submission submission, Task task) {
    Recording.current()
        .submitted(task.id(), submission.inPlaceOf(), committed(submission.values()));
    var outcomes = new HashMap<String, Object>();
    for (Variable.Assignment assignment : handler(task).handle(submission)) {
      put(outcomes, assignment);
    }
    return outcomes;
  }

  private static void put(Map<String, Object> outcomes, Variable.Assignment assignment) {
    outcomes.put(assignment.name(), assignment.value());
  }

  /** Records hold strings and booleans; numbers and dates are written as text. */
  private static Map<String, Object> committed(Map<String, Object> values) {
    var committed = new HashMap<String, Object>();
    values.forEach(
        (key, value) ->
            committed.put("form." + key, value instanceof Boolean ? value : value.toString()));
    return committed;
  }
}

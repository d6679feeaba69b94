package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.notary.Happening;
import coop.artel.values.CooperativeId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables around a user task, for the handler of its form; they are read here, not set. */
final class TaskRun implements Run {
  private final Task task;
  private final Map<String, Object> variables;
  private final Notes notes;

  TaskRun(Task task, Map<String, Object> variables, Notes notes) {
    this.task = task;
    this.variables = variables;
    this.notes = notes;
  }

  @Override
  public String caseId() {
    return task.caseId();
  }

  @Override
  public CooperativeId cooperative() {
    return task.cooperative();
  }

  @Override
  public @Nullable Object get(String name) {
    return variables.get(name);
  }

  @Override
  public void set(String name, @Nullable Object value) {
    throw new IllegalStateException("A form's handler returns %s instead".formatted(name));
  }

  @Override
  public void decided(Decision decision) {
    notes.decided(task.caseId(), task.id(), decision);
  }

  @Override
  public void wrote(String documentDigest) {
    notes.wrote(task.caseId(), task.id(), documentDigest);
  }

  @Override
  public void happened(Happening happening) {
    Recording.current().happened(task.caseId(), happening);
  }
}

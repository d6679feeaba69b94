package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.notary.Happening;
import coop.artel.values.CooperativeId;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The variables around a user task, for the handler of its form; they are read here, not set. */
final class TaskRun implements Run {
  private final Task task;
  private final Supplier<Map<String, Object>> variables;
  private final Notes notes;

  /**
   * @param reading asked once, when the first variable is
   */
  TaskRun(Task task, Supplier<Map<String, Object>> reading, Notes notes) {
    this.task = task;
    this.variables = SingletonSupplier.of(reading);
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
    return variables.get().get(name);
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

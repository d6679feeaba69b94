package coop.artel.workflow;

import coop.artel.values.Refusal;

/** There is no such task, or the caller may not know of it. */
public class TaskUnknown extends Refusal {
  TaskUnknown(String task) {
    super(Kind.NOT_FOUND, "task-unknown", "There is no task %s for you", task);
  }
}

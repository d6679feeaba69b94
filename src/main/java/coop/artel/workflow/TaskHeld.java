package coop.artel.workflow;

import coop.artel.values.Refusal;

/** Somebody else holds the task. */
public class TaskHeld extends Refusal {
  TaskHeld(String holder) {
    super("task-held", "%s holds this task", holder);
  }
}

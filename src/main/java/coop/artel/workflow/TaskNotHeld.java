package coop.artel.workflow;

import coop.artel.values.Refusal;

/** A task is completed by the one who holds it. */
public class TaskNotHeld extends Refusal {
  TaskNotHeld() {
    super("task-not-held", "Take the task before you complete it");
  }
}

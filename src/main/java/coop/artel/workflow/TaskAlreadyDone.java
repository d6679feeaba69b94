package coop.artel.workflow;

import coop.artel.values.Refusal;
import java.time.Instant;

/** Somebody was faster. */
public class TaskAlreadyDone extends Refusal {
  TaskAlreadyDone(String who, Instant when) {
    super("task-already-done", "%s has done this already, at %s", who, when);
  }
}

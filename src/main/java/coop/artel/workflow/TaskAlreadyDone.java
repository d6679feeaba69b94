package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.Refusal;
import java.time.Instant;

/** Somebody was faster. */
public class TaskAlreadyDone extends Refusal {
  private final CooperativeId cooperative;

  TaskAlreadyDone(String who, Instant when, CooperativeId cooperative) {
    super("task-already-done", "%s has done this already, at %s", who, when);
    this.cooperative = cooperative;
  }

  /** Whose clock the moment is told by. */
  public CooperativeId cooperative() {
    return cooperative;
  }
}

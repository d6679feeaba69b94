package coop.artel.workflow;

import coop.artel.values.Refusal;

/** A task that cannot be completed against the law so. */
public class OverrideRefused extends Refusal {
  private OverrideRefused(String code, String english) {
    super(code, english);
  }

  /** Whoever asked may simply complete the task. */
  static OverrideRefused notNeeded() {
    return new OverrideRefused(
        "override-not-needed", "The law does not forbid this: complete the task");
  }

  static OverrideRefused taskGone() {
    return new OverrideRefused(
        "override-task-gone",
        "The task is done, or nobody waits for it any more, or somebody else has it now");
  }
}

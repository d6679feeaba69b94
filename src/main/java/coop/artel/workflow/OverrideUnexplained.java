package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.values.Refusal;

/** Whoever completes a task against the law says why. */
public class OverrideUnexplained extends Refusal {
  private final Decision decision;

  OverrideUnexplained(Decision decision) {
    super(
        Kind.INVALID,
        "override-unexplained",
        "Say why, in up to %d characters",
        Overrides.LONGEST_REASON);
    this.decision = decision;
  }

  /** What stands against it. */
  public Decision decision() {
    return decision;
  }
}

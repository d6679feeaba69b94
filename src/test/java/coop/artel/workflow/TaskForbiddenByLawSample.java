package coop.artel.workflow;

import coop.artel.law.Decision;

/** A refusal that only its module can make, for tests of others. */
public final class TaskForbiddenByLawSample {
  private TaskForbiddenByLawSample() {}

  public static TaskForbiddenByLaw refusal(Decision decision) {
    return new TaskForbiddenByLaw(decision);
  }

  public static OverrideUnexplained unexplained(Decision decision) {
    return new OverrideUnexplained(decision);
  }
}

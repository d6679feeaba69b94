package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.values.Refusal;
import java.util.stream.Collectors;

/** The law forbids to complete a task as it was to be completed; the decision says why. */
public class TaskForbiddenByLaw extends Refusal {
  private final Decision decision;

  TaskForbiddenByLaw(Decision decision) {
    super("task-forbidden-by-law", "The law forbids to complete this: %s", articles(decision));
    this.decision = decision;
  }

  /** Not kept anywhere: nothing has come of it. */
  public Decision decision() {
    return decision;
  }

  /** Those on which the prohibition rests. */
  static String articles(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> decision.reasons().contains(finding.rule()))
        .map(Finding::article)
        .distinct()
        .collect(Collectors.joining("; "));
  }
}

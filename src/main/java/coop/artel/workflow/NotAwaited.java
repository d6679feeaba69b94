package coop.artel.workflow;

import coop.artel.values.Refusal;

/** The case does not wait for this now. */
public class NotAwaited extends Refusal {
  NotAwaited(String message) {
    super("not-awaited", "The case does not wait for %s now", message);
  }
}

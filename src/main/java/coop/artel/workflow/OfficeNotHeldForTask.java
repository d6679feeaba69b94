package coop.artel.workflow;

import coop.artel.values.Refusal;

/** The person holds none of the offices that may do the task. */
public class OfficeNotHeldForTask extends Refusal {
  OfficeNotHeldForTask() {
    super("office-not-held-for-task", "This person holds none of the offices that may do the task");
  }
}

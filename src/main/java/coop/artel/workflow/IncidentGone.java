package coop.artel.workflow;

import coop.artel.values.Refusal;

/** The step goes on already, or its case has ended without it. */
public class IncidentGone extends Refusal {
  public IncidentGone() {
    super("incident-gone", "This step does not stand still any more");
  }
}

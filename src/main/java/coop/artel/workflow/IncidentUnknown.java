package coop.artel.workflow;

import coop.artel.values.Refusal;

/** Nothing ever stood still under that id. */
public class IncidentUnknown extends Refusal {
  IncidentUnknown() {
    super(Kind.NOT_FOUND, "incident-unknown", "There is no such incident");
  }
}

package coop.artel.workflow;

import coop.artel.values.Refusal;

/** The caller holds no office or role that allows it. */
public class NotAllowed extends Refusal {
  NotAllowed() {
    super(Kind.FORBIDDEN, "not-allowed", "You hold no office that allows this");
  }
}

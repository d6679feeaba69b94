package coop.artel.desk.frame;

import coop.artel.values.Refusal;

/** The caller holds no office in this cooperative. */
public class NotServed extends Refusal {
  public NotServed() {
    super(Kind.FORBIDDEN, "not-served", "The caller holds no office in this cooperative");
  }
}

package coop.artel.desk;

import coop.artel.values.Refusal;

/** The caller holds no office in this cooperative. */
class NotServed extends Refusal {
  NotServed() {
    super(Kind.FORBIDDEN, "not-served", "The caller holds no office in this cooperative");
  }
}

package coop.artel.desk.cases;

import coop.artel.values.Refusal;

/** Who looked at what is for those who oversee. */
class ViewingsNotYours extends Refusal {
  ViewingsNotYours() {
    super(
        Kind.FORBIDDEN,
        "viewings-not-yours",
        "Who looked at what is seen by the auditor and the chair of a cooperative");
  }
}

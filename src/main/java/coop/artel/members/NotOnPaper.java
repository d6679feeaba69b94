package coop.artel.members;

import coop.artel.values.Refusal;

/** The applicant applied on the page, and withdraws there. */
class NotOnPaper extends Refusal {
  NotOnPaper() {
    super("not-on-paper", "This application did not come on paper; the applicant withdraws it");
  }
}

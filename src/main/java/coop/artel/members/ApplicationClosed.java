package coop.artel.members;

import coop.artel.values.Refusal;

/** The application has come to its end and cannot be withdrawn any more. */
class ApplicationClosed extends Refusal {
  ApplicationClosed() {
    super("application-closed", "The application has come to its end");
  }
}

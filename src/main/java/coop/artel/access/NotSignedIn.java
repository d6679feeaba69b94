package coop.artel.access;

import coop.artel.values.Refusal;

/** Nobody is signed in to this request. */
public class NotSignedIn extends Refusal {
  NotSignedIn() {
    super(Kind.FORBIDDEN, "not-signed-in", "Nobody is signed in");
  }
}

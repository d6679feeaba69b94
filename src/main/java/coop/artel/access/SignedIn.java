package coop.artel.access;

import coop.artel.values.PersonId;
import java.security.Principal;

/**
 * Who signed in with a password, as the session keeps it: not what that person may do, which is
 * looked up for each request.
 */
record SignedIn(PersonId person) implements Principal {
  @Override
  public String getName() {
    return person.toString();
  }
}

package coop.artel.access;

import coop.artel.values.PersonId;
import java.security.Principal;
import java.time.Instant;

/**
 * Who signed in with a password, as the session keeps it: not what that person may do, which is
 * looked up for each request.
 *
 * @param at when the password was told, by real time
 */
record SignedIn(PersonId person, Instant at) implements Principal {
  @Override
  public String getName() {
    return person.toString();
  }
}

package coop.artel.access;

import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.UUID;

/** A deed that waits for its second person, for tests elsewhere. */
public final class DeedSample {
  private DeedSample() {}

  public static Deed waiting(
      UUID id, String kind, String subject, String digest, PersonId by, Instant at) {
    return new Deed(id, kind, subject, digest, by, null, at, null, null, null, null, null, null);
  }
}

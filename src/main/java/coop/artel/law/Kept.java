package coop.artel.law;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A decision as it was kept.
 *
 * @param facts that it was made on, as {@link FactNames#texts} says; none once its subject is
 *     erased
 * @param readable false once its subject is erased
 */
record Kept(Decision decision, Map<String, String> facts, boolean readable, Instant askedAt) {
  /** Where it stands among the others: by time, and by id among those of one moment. */
  record Place(Instant askedAt, UUID decision) {}

  Place place() {
    return new Place(askedAt, decision.id());
  }
}

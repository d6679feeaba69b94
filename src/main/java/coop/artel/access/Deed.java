package coop.artel.access;

import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that two persons do: one proposes it, another approves it.
 *
 * @param kind what is to be done: {@code publish-models}
 * @param subject to what: an id of the module whose deed it is
 * @param digest SHA-256 of exactly what is approved, hex
 * @param proposedFor whom the one who proposed it stood in for
 * @param decidedFor whom the one who decided stood in for
 * @param approved absent while nobody has decided
 * @param reason why it was rejected or taken back; of older ones none is known
 * @param supersededAt when something newer took its place, undecided
 */
public record Deed(
    UUID id,
    String kind,
    String subject,
    String digest,
    PersonId proposedBy,
    @Nullable PersonId proposedFor,
    Instant proposedAt,
    @Nullable PersonId decidedBy,
    @Nullable PersonId decidedFor,
    @Nullable Instant decidedAt,
    @Nullable Boolean approved,
    @Nullable String reason,
    @Nullable Instant supersededAt) {
  public boolean open() {
    return approved == null && supersededAt == null;
  }
}

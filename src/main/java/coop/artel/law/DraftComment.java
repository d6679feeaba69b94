package coop.artel.law;

import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lawyer says of a draft.
 *
 * @param path of the file; empty where the draft as a whole is meant
 * @param subject id of the rule, norm or case; empty where the file as a whole is meant
 * @param at by the legal clock
 * @param settled absent as long as it asks for something
 */
public record DraftComment(
    UUID id,
    UUID draft,
    String path,
    String subject,
    String text,
    PersonId by,
    Instant at,
    @Nullable Settled settled) {
  public record Settled(PersonId by, Instant at) {}
}

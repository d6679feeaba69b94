package coop.artel.law;

import coop.artel.values.PersonId;
import java.util.Set;
import java.util.UUID;

/**
 * A lawyer has said something about a draft.
 *
 * @param concerned who wrote the draft, changed it or spoke of it before; not whoever speaks now
 */
public record DraftRemarked(UUID comment, UUID draft, String country, Set<PersonId> concerned) {}

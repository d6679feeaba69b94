package coop.artel.access;

import coop.artel.values.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second person has approved a deed: it is to be done now, in this transaction.
 *
 * @param proposedFor whom the one who proposed it stood in for
 * @param approvedFor whom the one who approved it stood in for
 */
public record DeedApproved(
    UUID deed,
    String kind,
    String subject,
    String digest,
    PersonId proposedBy,
    @Nullable PersonId proposedFor,
    PersonId approvedBy,
    @Nullable PersonId approvedFor) {}

package coop.artel.access;

import coop.artel.values.PersonId;
import java.util.UUID;

/** A second person has approved a deed: it is to be done now, in this transaction. */
public record DeedApproved(
    UUID deed,
    String kind,
    String subject,
    String digest,
    PersonId proposedBy,
    PersonId approvedBy) {}

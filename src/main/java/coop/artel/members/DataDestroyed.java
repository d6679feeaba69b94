package coop.artel.members;

import coop.artel.values.PersonId;

/** The keys of what was known of a person are destroyed in this transaction. */
public record DataDestroyed(PersonId person) {}

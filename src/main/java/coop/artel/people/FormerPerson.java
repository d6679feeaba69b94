package coop.artel.people;

import java.time.Instant;

/** What was known of a person until a moment. */
public record FormerPerson(Person person, Instant until) {}

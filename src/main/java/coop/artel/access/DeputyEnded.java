package coop.artel.access;

import coop.artel.values.PersonId;
import java.time.LocalDate;

/**
 * Somebody stands in for an officer no longer than they were to.
 *
 * @param day the first without it
 * @param by who ended it
 */
public record DeputyEnded(Substitution substitution, LocalDate day, PersonId by) {}

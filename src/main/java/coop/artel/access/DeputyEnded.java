package coop.artel.access;

import java.time.LocalDate;

/**
 * Somebody stands in for an officer no longer than they were to.
 *
 * @param day the first without it
 */
public record DeputyEnded(Substitution substitution, LocalDate day) {}

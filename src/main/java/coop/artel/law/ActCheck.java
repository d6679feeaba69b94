package coop.artel.law;

import coop.artel.jurisdiction.Citation;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * That a lawyer has compared an act, or an article of it, with the official text.
 *
 * @param day on which it was compared
 * @param note what was found; empty where nothing is said
 */
public record ActCheck(Citation place, LocalDate day, String note, PersonId by, Instant at) {}

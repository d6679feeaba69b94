package coop.artel.law;

import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An edition of a country's rules that was put in force.
 *
 * @param number of the country, from 1
 * @param fileSet digest of all its files
 * @param edition digest of those of them that decide
 * @param liveFrom empty for what was in force from the beginning
 * @param draft that was published; empty, as what follows, where the service brought it
 */
public record Publication(
    String country,
    int number,
    String fileSet,
    String edition,
    Optional<LocalDate> liveFrom,
    Instant publishedAt,
    Optional<UUID> draft,
    Optional<String> caseId,
    Optional<PersonId> author,
    Optional<PersonId> approver) {
  boolean isLive(LocalDate today) {
    return liveFrom.isEmpty() || !liveFrom.get().isAfter(today);
  }
}

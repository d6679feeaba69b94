package coop.artel.registry;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody does an officer's work for a while; first and last day both count.
 *
 * @param principal whose office it is and stays
 * @param basis number and day of the order or the minutes
 */
public record Deputyship(
    UUID id,
    CooperativeId cooperative,
    Office office,
    PersonId principal,
    PersonId deputy,
    LocalDate first,
    LocalDate last,
    String basis) {
  /**
   * Offices whose holder may be stood in for. A council member's vote is that member's own; whether
   * a chair or an auditor may hand over theirs is established nowhere.
   */
  public static final Set<Office> OFFICES = Set.of(Office.SECRETARY, Office.ACCOUNTANT);

  public boolean on(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** Whether there is a day on which both hold. */
  public boolean meets(Deputyship other) {
    return on(other.first()) || other.on(first);
  }

  Deputyship until(LocalDate day) {
    return new Deputyship(id, cooperative, office, principal, deputy, first, day, basis);
  }
}

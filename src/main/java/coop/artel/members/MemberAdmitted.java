package coop.artel.members;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;

/**
 * Somebody has become a member.
 *
 * @param number in the register of members
 * @param since first day of the membership
 */
public record MemberAdmitted(
    CooperativeId cooperative, PersonId person, long number, LocalDate since) {}

package coop.artel.access;

import coop.artel.registry.Office;
import coop.artel.values.Ground;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be invited, and into what.
 *
 * @param memberNumber in the register, for somebody who stands there already; then the names are
 *     the register's
 * @param login under which they will sign in; an e-mail address will do
 * @param day the first with the offices
 * @param ground that the offices rest on
 */
public record Invitee(
    @Nullable Long memberNumber,
    String familyName,
    String givenName,
    @Nullable String patronymic,
    String login,
    boolean lawyer,
    Set<Office> offices,
    @Nullable LocalDate day,
    Ground ground) {}

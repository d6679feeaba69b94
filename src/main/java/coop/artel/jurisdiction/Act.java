package coop.artel.jurisdiction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A law with the articles that are cited.
 *
 * @param id as citations begin: {@code 3085-1}
 * @param checked when a lawyer last compared it with the official text; empty if nobody has
 * @param textOf the day of the edition that was read, where it is known
 * @param from its first day, where it matters and is known
 * @param to its last day; empty if it is in force
 * @param confidence how sure it is that there is such a law
 */
public record Act(
    String id,
    LegalForm.Names name,
    Optional<LocalDate> checked,
    Optional<LocalDate> textOf,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Confidence confidence,
    Set<String> articles) {}

package coop.artel.jurisdiction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A law with the articles that are cited.
 *
 * @param id as citations begin: {@code 3085-1}
 * @param checked when a lawyer last compared it with the official text; empty if nobody has
 */
public record Act(String id, String name, Optional<LocalDate> checked, Set<String> articles) {}

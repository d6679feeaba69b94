package coop.artel.law;

import java.time.LocalDate;
import java.util.List;

/**
 * What besides the edition and the facts a decision was made on, so that it can be made again: both
 * may change without the edition changing.
 *
 * @param verifications in force for the cooperative when the law was asked, sorted by figure
 * @param charters the editions of the charter that were looked into, sorted by first day
 */
public record Basis(List<Verified> verifications, List<CharterEdition> charters) {
  static final Basis NONE = new Basis(List.of(), List.of());

  public Basis {
    verifications = List.copyOf(verifications);
    charters = List.copyOf(charters);
  }

  /**
   * A figure of the country's files that two lawyers have verified.
   *
   * @param figure a norm's key, or {@code calendar/2024}
   * @param digest SHA-256 of the figure as it was verified, hex
   * @param demonstration verified only to show the service
   */
  public record Verified(String figure, String digest, boolean demonstration) {}

  /**
   * @param digest as {@link coop.artel.registry.Charter#digest()} was at that moment
   */
  public record CharterEdition(LocalDate since, String digest) {}
}

package coop.artel.registry;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cooperative's charter in the edition in force from a day on.
 *
 * @param figures by the norm's key, as in {@code norms.yaml}
 */
public record Charter(CooperativeId cooperative, LocalDate since, Map<String, Figure> figures) {
  /**
   * A figure of the charter.
   *
   * @param value as text: a number, an amount, a word
   * @param unit as in {@code norms.yaml}: days, working-days, percent, fraction, RUB, persons …
   * @param paragraph of the charter
   * @param confirmedBy the lawyer of the country, absent until confirmed
   * @param secondedBy the second person
   */
  public record Figure(
      String norm,
      String value,
      String unit,
      String paragraph,
      @Nullable PersonId confirmedBy,
      @Nullable PersonId secondedBy) {
    public boolean confirmed() {
      return confirmedBy != null && secondedBy != null;
    }
  }

  /**
   * SHA-256 of this edition as it stands, hex: its first day, its figures, and which of them are
   * confirmed. A confirmation changes it, by whom it was given does not.
   */
  public String digest() {
    var lines =
        new TreeMap<>(figures)
            .values().stream()
                .map(
                    figure ->
                        Map.of(
                            "norm", figure.norm(),
                            "value", figure.value(),
                            "unit", figure.unit(),
                            "paragraph", figure.paragraph(),
                            "confirmed", figure.confirmed()))
                .toList();
    return Sha256.of(Map.of("since", since.toString(), "figures", lines));
  }

  public Optional<Figure> figure(String norm) {
    return Optional.ofNullable(figures.get(norm));
  }
}

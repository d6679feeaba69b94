package coop.artel.registry;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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

  public Optional<Figure> figure(String norm) {
    return Optional.ofNullable(figures.get(norm));
  }
}

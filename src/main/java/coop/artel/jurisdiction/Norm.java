package coop.artel.jurisdiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the law under a name that rules use: {@code membership.min-age}.
 *
 * @param name what it is called on a page; empty where the message {@code norm.<key>} says it
 * @param unit one of {@link #WHOLE}, fraction, flag, word, words (several), or a currency
 * @param words the values allowed where the unit is word or words, else empty
 * @param wordNames what they are called on a page, where the file says it
 * @param atLeast lowest value that a charter may set
 * @param atMost highest value that a charter may set
 * @param boundEstablished whether it is known what the law lets a charter set
 * @param article that leaves it to the charter
 * @param byLegalForm figures of the law by legal form; {@link #ANY_FORM} for all others
 */
public record Norm(
    String key,
    Optional<LegalForm.Names> name,
    String unit,
    Set<String> words,
    Map<String, LegalForm.Names> wordNames,
    CharterMay charter,
    @Nullable BigDecimal atLeast,
    @Nullable BigDecimal atMost,
    boolean boundEstablished,
    String article,
    Map<String, Dated<Figure>> byLegalForm) {
  /** Units that are counted in whole numbers. */
  public static final Set<String> WHOLE =
      Set.of(
          "years",
          "months",
          "weeks",
          "days",
          "working-days",
          "hours",
          "percent",
          "persons",
          "votes",
          "number");

  public static final String ANY_FORM = "any";

  /**
   * The law's figure from a day on.
   *
   * @param known how it is known: read, recalled, charter, derived
   * @param since empty if it has always been so, as far as known
   * @param note what the law adds to it that no unit can say
   */
  public record Figure(
      String value,
      String article,
      Confidence confidence,
      boolean verified,
      String known,
      Optional<LocalDate> since,
      Optional<LegalForm.Names> note) {
    /** Whether it may be enforced; a low figure never is. */
    public boolean decides() {
      return confidence == Confidence.HIGH || (confidence == Confidence.MEDIUM && verified);
    }

    public Figure asVerified() {
      return new Figure(value, article, confidence, true, known, since, note);
    }
  }

  /** The law's figure for a form; one made for the form goes before one for any. */
  public Optional<Figure> figure(String legalForm, LocalDate day) {
    var own = byLegalForm.get(legalForm);
    return own == null ? general(day) : own.on(day);
  }

  /** The figure of the general law, which stands for the forms that have none of their own. */
  public Optional<Figure> general(LocalDate day) {
    var any = byLegalForm.get(ANY_FORM);
    return any == null ? Optional.empty() : any.on(day);
  }

  /** The articles that its figures rest on, of all forms and days. */
  public Set<String> articles() {
    return byLegalForm.values().stream()
        .flatMap(figures -> figures.byFirstDay().values().stream())
        .flatMap(Optional::stream)
        .map(Figure::article)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean verifiable() {
    return byLegalForm.values().stream()
        .flatMap(figures -> figures.byFirstDay().values().stream())
        .flatMap(Optional::stream)
        .anyMatch(figure -> figure.confidence() == Confidence.MEDIUM);
  }

  Norm verified() {
    var verified = new HashMap<String, Dated<Figure>>();
    byLegalForm.forEach(
        (form, figures) -> {
          var byFirstDay = new TreeMap<>(figures.byFirstDay());
          byFirstDay.replaceAll((day, figure) -> figure.map(Figure::asVerified));
          verified.put(form, new Dated<>(byFirstDay));
        });
    return with(verified);
  }

  Norm with(Map<String, Dated<Figure>> figures) {
    return new Norm(
        key,
        name,
        unit,
        words,
        wordNames,
        charter,
        atLeast,
        atMost,
        boundEstablished,
        article,
        figures);
  }

  /** Whether there is such a unit. */
  public static boolean isUnit(String unit) {
    return WHOLE.contains(unit)
        || Set.of("fraction", "flag", "word", "words").contains(unit)
        || isCurrency(unit);
  }

  static boolean isCurrency(String unit) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(unit));
  }

  /** How its values are written: {@code whole, fraction, flag, word, words, sum}. */
  String form() {
    if (WHOLE.contains(unit)) {
      return "whole";
    }
    return switch (unit) {
      case "fraction", "flag", "word", "words" -> unit;
      default -> "sum";
    };
  }

  /** Whether a text is a value of this norm's unit. */
  public boolean accepts(String value) {
    return switch (form()) {
      case "whole" -> value.matches("0|[1-9]\\d{0,5}");
      case "fraction" -> value.matches("[1-9]\\d{0,2}/[1-9]\\d{0,2}");
      case "flag" -> value.equals("yes") || value.equals("no");
      case "word" -> words.contains(value);
      case "words" -> words.containsAll(List.of(value.split(", ", -1)));
      default -> value.matches("(0|[1-9]\\d{0,12})(\\.\\d{1,2})?");
    };
  }
}

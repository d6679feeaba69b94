package coop.artel.workflow;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A case's number as people say it, one of the cooperative and the year: {@code 2026-0042}.
 *
 * @param year or {@link #ANY_YEAR}, where somebody asks by the number alone
 */
public record CaseNumber(int year, int number) {
  public static final int ANY_YEAR = 0;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:дел[оау]|case)?\\s*(?:№|#|no\\.?)?\\s*(?:(\\d{4})\\s*[-–—‑/]\\s*)?(\\d{1,9})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * Empty if the text is anything else than a number, however its dash is written and whatever it
   * is called: {@code Дело 2026-0042}, {@code № 42}.
   */
  public static Optional<CaseNumber> parse(String text) {
    var written = WRITTEN.matcher(text.replace('\u00a0', ' ').strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    var year = written.group(1);
    return Optional.of(
        new CaseNumber(
            year == null ? ANY_YEAR : Integer.parseInt(year), Integer.parseInt(written.group(2))));
  }

  @Override
  public String toString() {
    return "%d-%04d".formatted(year, number);
  }
}

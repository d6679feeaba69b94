package coop.artel.workflow;

import java.util.Optional;
import java.util.regex.Pattern;

/** A case's number as people say it, one of the cooperative and the year: {@code 2026-0042}. */
public record CaseNumber(int year, int number) {
  private static final Pattern WRITTEN = Pattern.compile("№?\\s*(\\d{4})\\s*[-–—‑/]\\s*(\\d{1,9})");

  /** Empty if the text is anything else than a number, however its dash is written. */
  public static Optional<CaseNumber> parse(String text) {
    var written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(
            new CaseNumber(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "%d-%04d".formatted(year, number);
  }
}

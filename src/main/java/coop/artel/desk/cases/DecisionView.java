package coop.artel.desk.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of the law as it is explained to a reader.
 *
 * @param outcome {@code granted}, {@code refused}, {@code missing}, {@code human}
 * @param articles of the law and paragraphs of the charter that carry the outcome
 * @param basis the editions of the charter and the verified figures that it was made on
 * @param erased what was found went with the data of whom it was about
 */
public record DecisionView(
    String id,
    String question,
    String outcome,
    String referenceDate,
    List<String> missing,
    List<String> articles,
    List<Line> lines,
    String edition,
    String digest,
    boolean demonstration,
    List<String> basis,
    boolean erased) {
  /**
   * What one condition found.
   *
   * @param carries the outcome rests on it
   * @param basis the charter's paragraph with what the law says, or the article
   * @param source {@code law}, {@code charter} or {@code charter-alone}
   * @param standing {@code confirmed}, {@code unverified}, {@code demonstration}
   * @param judged how a person answered it, empty where the law itself did
   * @param further norms that it was measured by
   */
  public record Line(
      String rule,
      boolean held,
      boolean carries,
      String sentence,
      String article,
      String basis,
      @Nullable String fact,
      @Nullable String factValue,
      @Nullable String norm,
      @Nullable String normValue,
      @Nullable String source,
      @Nullable String standing,
      String judged,
      List<Measure> further) {}

  /**
   * A norm by its name.
   *
   * @param value absent where nobody has set it
   */
  public record Measure(String norm, @Nullable String value) {}

  /** Lines that the reader should see first: what stands in the way, or what needs a person. */
  public List<Line> telling() {
    return lines.stream().filter(this::tells).toList();
  }

  public List<Line> others() {
    return lines.stream().filter(line -> !tells(line)).toList();
  }

  public boolean granted() {
    return outcome.equals("granted");
  }

  private boolean tells(Line line) {
    return !line.held() || line.carries() && !granted();
  }
}

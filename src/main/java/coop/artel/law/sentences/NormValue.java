package coop.artel.law.sentences;

import org.jspecify.annotations.Nullable;

/**
 * What a norm is for a cooperative on a day.
 *
 * @param value absent if nobody has set it
 * @param article of the law's figure, or the norm's own where the law has none
 * @param source {@code law}; {@code charter}; {@code charter-alone} where it is not established
 *     what the law lets a charter set
 * @param standing {@code confirmed}, {@code demonstration}, {@code unverified}, {@code
 *     preliminary}, {@code open}, {@code absent}, {@code agreed}
 * @param paragraph of the charter, if its figure it is
 * @param lawValue the law's own figure beside that of the charter, if one is established
 */
public record NormValue(
    String key,
    @Nullable String value,
    String unit,
    String article,
    String source,
    String standing,
    @Nullable String paragraph,
    @Nullable String lawValue) {
  public static final String LAW = "law";
  public static final String CHARTER = "charter";
  public static final String CHARTER_ALONE = "charter-alone";
  public static final String CONFIRMED = "confirmed";
  public static final String DEMONSTRATION = "demonstration";
  public static final String UNVERIFIED = "unverified";

  /** The last day of its term rests on a calendar that is not established. */
  public static final String PRELIMINARY = "preliminary";

  /** The law does not say how it is counted in this very case. */
  public static final String OPEN = "open";

  public static final String ABSENT = "absent";

  /** It may not decide by itself, but the general law comes to the same answer. */
  public static final String AGREED = "agreed";

  /** The law's own. */
  public NormValue(
      String key,
      @Nullable String value,
      String unit,
      String article,
      String source,
      String standing) {
    this(key, value, unit, article, source, standing, null, null);
  }

  /** Whether a condition may rest on it; else a human decides. */
  public boolean decides() {
    return standing.equals(CONFIRMED) || standing.equals(DEMONSTRATION) || standing.equals(AGREED);
  }

  /** Of a part with a share of a whole, such as {@code 1/3}: below nought if it is less. */
  static int compare(long part, long whole, String share) {
    var parts = share.split("/");
    return Long.compare(Long.parseLong(parts[1]) * part, Long.parseLong(parts[0]) * whole);
  }

  NormValue as(String newStanding) {
    return new NormValue(key, value, unit, article, source, newStanding, paragraph, lawValue);
  }

  /** The weaker its standing, the lower. */
  int rank() {
    return switch (standing) {
      case ABSENT -> 0;
      case UNVERIFIED -> 1;
      case OPEN -> 2;
      case PRELIMINARY -> 3;
      case AGREED -> 4;
      case DEMONSTRATION -> 5;
      default -> 6;
    };
  }
}

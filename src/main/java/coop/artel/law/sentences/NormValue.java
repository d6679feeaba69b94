package coop.artel.law.sentences;

import org.jspecify.annotations.Nullable;

/**
 * What a norm is for a cooperative on a day.
 *
 * @param value absent if nobody has set it
 * @param source {@code law}; {@code charter}; {@code charter-alone} where it is not established
 *     what the law lets a charter set
 * @param standing {@code confirmed}, {@code demonstration}, {@code unverified}, {@code absent}
 */
public record NormValue(
    String key,
    @Nullable String value,
    String unit,
    String article,
    String source,
    String standing) {
  public static final String LAW = "law";
  public static final String CHARTER = "charter";
  public static final String CHARTER_ALONE = "charter-alone";
  public static final String CONFIRMED = "confirmed";
  public static final String DEMONSTRATION = "demonstration";
  public static final String UNVERIFIED = "unverified";
  public static final String ABSENT = "absent";

  /** Whether a condition may rest on it; else a human decides. */
  public boolean decides() {
    return standing.equals(CONFIRMED) || standing.equals(DEMONSTRATION);
  }

  NormValue as(String newStanding) {
    return new NormValue(key, value, unit, article, source, newStanding);
  }
}

package coop.artel.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one condition found, whether it held or not.
 *
 * @param rule id, topic.reason: {@code admission.age}
 * @param held what the law itself found, whatever a person answered
 * @param sentence the condition in the lawyer's language
 * @param article as cited: {@code "3085-1, ст. 7"}
 * @param fact name of the fact that was looked at, in the facts' own spelling
 * @param factValue as text, absent if unknown; personal, so never plain in a record
 * @param norm key of the first of the norms, absent if the condition names none
 * @param normValue its value with its unit
 * @param source {@code law}, {@code charter} or {@code charter-alone}
 * @param standing of the weakest of the norms, see {@code NormValue}
 * @param judgement digest of the judgement by which a person answered this condition, absent where
 *     the law itself did
 * @param allowed what that person answered, absent where the law itself did
 * @param measures all the norms that the condition was measured by; of older decisions none
 */
public record Finding(
    String rule,
    boolean held,
    String sentence,
    String article,
    @Nullable String fact,
    @Nullable String factValue,
    @Nullable String norm,
    @Nullable String normValue,
    @Nullable String source,
    @Nullable String standing,
    @Nullable String judgement,
    @Nullable Boolean allowed,
    List<Measure> measures) {

  /**
   * A norm that a condition was measured by.
   *
   * @param value with its unit, absent where nobody has set it
   * @param article where the law speaks of it
   * @param paragraph of the charter, if the figure is the charter's
   * @param lawValue the law's own figure with its unit beside the charter's, if one is established
   */
  public record Measure(
      String norm,
      @Nullable String value,
      String article,
      String source,
      String standing,
      @Nullable String paragraph,
      @Nullable String lawValue) {}

  public Finding {
    measures = List.copyOf(measures);
  }

  /** What the law itself found, by at most one norm. */
  public Finding(
      String rule,
      boolean held,
      String sentence,
      String article,
      @Nullable String fact,
      @Nullable String factValue,
      @Nullable String norm,
      @Nullable String normValue,
      @Nullable String source,
      @Nullable String standing) {
    this(
        rule, held, sentence, article, fact, factValue, norm, normValue, source, standing, null,
        null, List.of());
  }

  /** The same without what a person could be found by. */
  Finding withoutValue() {
    return factValue == null
        ? this
        : new Finding(
            rule, held, sentence, article, fact, null, norm, normValue, source, standing, judgement,
            allowed, measures);
  }

  /** Whether it stands in nobody's way: a person's answer goes before the law's. */
  public boolean passes() {
    return allowed == null ? held : allowed;
  }
}

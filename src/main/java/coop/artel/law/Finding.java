package coop.artel.law;

import org.jspecify.annotations.Nullable;

/**
 * What one condition found, whether it held or not.
 *
 * @param rule id, topic.reason: {@code admission.age}
 * @param sentence the condition in the lawyer's language
 * @param article as cited: {@code "3085-1, ст. 7"}
 * @param fact name of the fact that was looked at, in the facts' own spelling
 * @param factValue as text, absent if unknown; personal, so never plain in a record
 * @param norm key, absent if the condition names none
 * @param normValue with its unit
 * @param source {@code law} or {@code charter}
 * @param standing {@code confirmed}, {@code unverified}, {@code demonstration}
 * @param judgement digest of the judgement by which a person answered this condition, absent where
 *     the law itself did
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
    @Nullable String judgement) {
  /** What the law itself found. */
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
    this(rule, held, sentence, article, fact, factValue, norm, normValue, source, standing, null);
  }
}

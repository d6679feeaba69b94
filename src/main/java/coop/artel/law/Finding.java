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
    @Nullable String standing) {}

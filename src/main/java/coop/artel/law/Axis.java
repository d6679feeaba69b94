package coop.artel.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact with the values that stand for all others: between two neighbours no rule changes its
 * answer.
 *
 * @param values null where it is unknown
 */
record Axis(String fact, List<@Nullable Object> values) {}

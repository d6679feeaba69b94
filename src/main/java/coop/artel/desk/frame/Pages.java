package coop.artel.desk.frame;

import org.jspecify.annotations.Nullable;

/**
 * Where a reader stands in a long list, and the ways to its beginning and its end.
 *
 * @param from number of the first line shown, from 1
 * @param to number of the last
 */
public record Pages(
    long from,
    long to,
    long total,
    @Nullable String first,
    @Nullable String earlier,
    @Nullable String later,
    @Nullable String last) {

  public static Pages of(String path, String query, int offset, int lines, long total) {
    long end = total == 0 ? 0 : (total - 1) / lines * lines;
    return new Pages(
        Math.min(offset + 1L, total),
        Math.min(offset + (long) lines, total),
        total,
        offset > lines ? at(path, query, 0) : null,
        offset > 0 ? at(path, query, Math.max(0, offset - lines)) : null,
        offset + lines < total ? at(path, query, offset + lines) : null,
        offset + 2L * lines < total ? at(path, query, end) : null);
  }

  /** All of it is on this page. */
  public boolean whole() {
    return earlier == null && later == null;
  }

  private static String at(String path, String query, long offset) {
    return path + "?" + (query.isEmpty() ? "" : query + "&") + "offset=" + offset;
  }
}

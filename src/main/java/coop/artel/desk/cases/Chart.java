package coop.artel.desk.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as bars in a table, each with the way to the list behind it.
 *
 * @param id also the beginning of its message keys
 * @param note absent where there is nothing to add
 * @param first heading of the column that says what a row counts
 * @param series headings of the columns of bars
 * @param mark where a bound stands on the scale, in hundredths; absent without one
 */
record Chart(
    String id,
    @Nullable String note,
    String first,
    List<String> series,
    List<Row> rows,
    @Nullable Integer mark) {

  /**
   * @param part a row that is part of the one before it
   */
  record Row(String label, boolean part, List<Bar> bars) {}

  /**
   * @param rows how many rows the list has
   * @param width in hundredths of the longest
   * @param beyond the bound is missed
   */
  record Bar(long rows, String shown, String link, int width, boolean beyond) {}

  /** A bar that shows is at least a hair wide. */
  static int width(long value, long longest) {
    return value == 0 || longest == 0 ? 0 : (int) Math.max(1, value * 100 / longest);
  }
}

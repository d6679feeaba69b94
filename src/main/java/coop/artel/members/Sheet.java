package coop.artel.members;

import java.util.List;

/**
 * A table as it was brought, without rows that are empty.
 *
 * @param format {@code xlsx} or {@code csv}
 * @param encoding of a CSV file, empty for others
 * @param separator of a CSV file: {@code semicolon}, {@code comma}, {@code tab}
 */
record Sheet(String format, String encoding, String separator, List<Row> rows) {
  /** Without its first rows. */
  Sheet from(int row) {
    return new Sheet(format, encoding, separator, rows.subList(row, rows.size()));
  }

  /**
   * @param line as the person counts who has the file open, from 1
   */
  record Row(int line, List<Cell> cells) {
    boolean isEmpty() {
      return cells.stream().allMatch(cell -> cell.text().isBlank() && !cell.formula());
    }
  }

  /** What a formula comes to is not read: it may be another tomorrow. */
  record Cell(String text, boolean formula) {}
}

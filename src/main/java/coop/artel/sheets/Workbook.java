package coop.artel.sheets;

import java.util.List;

/** Tables under names, as the sheets of a spreadsheet. */
public record Workbook(List<Table> tables) {
  public Workbook {
    tables = List.copyOf(tables);
  }

  /**
   * @param rows those that are not empty
   */
  public record Table(String name, List<Row> rows) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param number as the person counts who has the file open, from 1
   */
  public record Row(int number, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.NONE;
    }
  }

  /** What a cell holds. */
  public enum Kind {
    NONE,
    TEXT,
    NUMBER,
    /** A number with the look of a day, as 2025-09-01. */
    DAY,
    /** Such a number with an hour, as 2025-09-01T10:00. */
    MOMENT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** What it comes to is not read: it may be another tomorrow. */
    FORMULA,
    /** What a program writes where it could not reckon. */
    ERROR
  }

  /**
   * @param text numbers without a fraction where they are whole
   */
  public record Cell(Kind kind, String text) {
    public static final Cell NONE = new Cell(Kind.NONE, "");

    public static Cell text(String text) {
      return text.isEmpty() ? NONE : new Cell(Kind.TEXT, text);
    }

    public static Cell day(String day) {
      return day.isEmpty() ? NONE : new Cell(Kind.DAY, day);
    }
  }

  /** How a column is called by people: A, B, …, AA. */
  public static String column(int index) {
    var name = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
      name.insert(0, (char) ('A' + rest % 26));
    }
    return name.toString();
  }
}

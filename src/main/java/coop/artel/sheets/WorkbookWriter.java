package coop.artel.sheets;

import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.Worksheet;

/** Writes XLSX files. Text goes out as text, whatever it begins with: no cell is ever a formula. */
public final class WorkbookWriter {
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
  private static final String DAY = "yyyy-mm-dd";
  private static final String TEXT = "@";
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;

  private WorkbookWriter() {}

  /**
   * @param program that the file names as its writer
   * @param headings first rows of each table that stay in sight
   */
  public static byte[] write(Workbook workbook, String program, int headings) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(bytes, program, "1.0")) {
      for (var table : workbook.tables()) {
        write(table, book.newWorksheet(table.name()), headings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Table table, Worksheet sheet, int headings) {
    sheet.freezePane(1, headings);
    int columns = 0;
    for (var row : table.rows()) {
      columns = Math.max(columns, row.cells().size());
      for (int column = 0; column < row.cells().size(); column++) {
        write(row, column, sheet, row.number() <= headings);
      }
    }
    for (int column = 0; column < columns; column++) {
      sheet.width(column, width(table, column));
    }
    if (columns > 0) {
      int last = table.rows().get(table.rows().size() - 1).number() - 1;
      sheet.setAutoFilter(headings - 1, 0, Math.max(last, headings - 1), columns - 1);
    }
  }

  private static void write(Row row, int column, Worksheet sheet, boolean heading) {
    var cell = row.cells().get(column);
    int at = row.number() - 1;
    switch (cell.kind()) {
      case NUMBER -> sheet.value(at, column, new BigDecimal(cell.text()));
      case DAY -> day(cell, at, column, sheet);
      case NONE -> {}
      default -> {
        sheet.value(at, column, cell.text());
        var style = sheet.style(at, column).format(TEXT).verticalAlignment("top").wrapText(true);
        (heading ? style.bold() : style).set();
      }
    }
  }

  /** Spreadsheets know no day before 1900 and one too many in it. */
  private static void day(Cell cell, int at, int column, Worksheet sheet) {
    var day = LocalDate.parse(cell.text());
    if (day.isBefore(FIRST_DAY)) {
      sheet.value(at, column, cell.text());
    } else {
      sheet.value(at, column, day);
      sheet.style(at, column).format(DAY).verticalAlignment("top").set();
    }
  }

  private static int width(Table table, int column) {
    int widest =
        table.rows().stream()
            .flatMap(row -> row.cell(column).text().lines())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
  }
}

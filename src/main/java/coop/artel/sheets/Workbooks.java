package coop.artel.sheets;

import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Kind;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads XLSX files: what stands in the cells, never what a formula would come to. */
public final class Workbooks {
  private static final Archive.Limits LIMITS =
      new Archive.Limits(4 << 20, 500, 16 << 20, 32 << 20, 200);
  static final int SHEETS = 200;

  private Workbooks() {}

  /** Refused: {@link ArchiveRefused}, {@link WorkbookRefused}. */
  public static Workbook read(byte[] file) {
    var parts = WorkbookParts.check(Archive.read(file, LIMITS));
    var options = new ReadingOptions(parts.hasStyles(), false);
    var tables = new ArrayList<Table>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), options)) {
      var sheets = book.getSheets().toList();
      if (sheets.size() > SHEETS) {
        throw WorkbookRefused.tooManySheets(SHEETS);
      }
      for (var sheet : sheets) {
        var merged = parts.merged(sheet.getId());
        if (!merged.isEmpty()) {
          throw WorkbookRefused.merged(sheet.getName(), merged);
        }
        tables.add(new Table(sheet.getName(), rows(sheet)));
      }
    } catch (WorkbookRefused refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      // The library tells of a file that is not sound by many kinds of exceptions.
      throw WorkbookRefused.unreadable();
    }
    return new Workbook(tables);
  }

  private static List<Row> rows(Sheet sheet) throws IOException {
    var rows = new ArrayList<Row>();
    try (var found = sheet.openStream()) {
      found
          .map(row -> new Row(row.getRowNum(), cells(row)))
          .filter(row -> row.cells().stream().anyMatch(it -> it.kind() != Kind.NONE))
          .forEach(rows::add);
    }
    return rows;
  }

  /** What the cells of a row hold, from the first column to the last that holds anything. */
  public static List<Cell> cells(org.dhatim.fastexcel.reader.Row row) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(cell(row.getOptionalCell(i).orElse(null)));
    }
    return cells;
  }

  private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
    if (cell == null) {
      return Cell.NONE;
    }
    if (cell.getFormula() != null) {
      return new Cell(Kind.FORMULA, "");
    }
    return switch (cell.getType()) {
      case EMPTY -> Cell.NONE;
      case FORMULA -> new Cell(Kind.FORMULA, "");
      case ERROR -> new Cell(Kind.ERROR, String.valueOf(cell.getRawValue()));
      case BOOLEAN -> new Cell(Kind.FLAG, cell.asBoolean().toString());
      case NUMBER -> number(cell);
      case STRING -> Cell.text(cell.getText().strip());
    };
  }

  private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
    String look = cell.getDataFormatString();
    if (look != null && isDate(look)) {
      try {
        var moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? new Cell(Kind.DAY, moment.toLocalDate().toString())
            : new Cell(Kind.MOMENT, moment.toString());
      } catch (ExcelReaderException e) {
        return new Cell(Kind.NUMBER, cell.getText());
      }
    }
    var number = cell.asNumber().stripTrailingZeros();
    return new Cell(Kind.NUMBER, number.toPlainString());
  }

  private static boolean isDate(String look) {
    String plain = look.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    return plain.contains("yy") || (plain.contains("d") && plain.contains("m"));
  }
}

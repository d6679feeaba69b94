package coop.artel.law;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.artel.jurisdiction.Countries;
import coop.artel.sheets.CellsRefused;
import coop.artel.sheets.Workbook;
import coop.artel.sheets.Workbook.Cell;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import coop.artel.sheets.WorkbookWriter;
import coop.artel.sheets.Workbooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One sheet of the spreadsheet that the Russian rules go out as, to be changed. */
final class ChangedSheet {
  static final RuleFiles RUSSIA = RuleFiles.shipped(new Countries(), "ru");
  static final RuleExchange EXCHANGE = new RuleExchange(RUSSIA);

  /** Of the row that names each column's code, from 0. */
  static final int CODES = 1;

  private static final Workbook WHOLE =
      Workbooks.read(EXCHANGE.workbook(true, (kind, code) -> kind + ": " + code));

  private final String name;
  final List<List<Cell>> rows = new ArrayList<>();

  ChangedSheet(String name) {
    this.name = name;
    var table =
        WHOLE.tables().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    var codes = table.rows().get(CODES).cells().size();
    for (var row : table.rows()) {
      var cells = new ArrayList<Cell>();
      for (int column = 0; column < codes; column++) {
        cells.add(row.cell(column));
      }
      rows.add(cells);
    }
  }

  int column(String code) {
    return rows.get(CODES).indexOf(Cell.text(code));
  }

  /** The first row with such a cell. */
  int row(String code, String text) {
    int column = column(code);
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).get(column).text().equals(text)) {
        return row;
      }
    }
    throw new AssertionError(text);
  }

  ChangedSheet set(int row, String code, Cell cell) {
    rows.get(row).set(column(code), cell);
    return this;
  }

  ChangedSheet set(int row, String code, String text) {
    return set(row, code, Cell.text(text));
  }

  /** A copy of a row behind it. */
  int copy(int row) {
    rows.add(row + 1, new ArrayList<>(rows.get(row)));
    return row + 1;
  }

  byte[] file() {
    var numbered = new ArrayList<Row>();
    rows.forEach(cells -> numbered.add(new Row(numbered.size() + 1, cells)));
    return WorkbookWriter.write(
        new Workbook(List.of(new Table(name, numbered))), "test", CODES + 1);
  }

  SortedMap<String, Optional<String>> read() {
    return EXCHANGE.read(file());
  }

  CellsRefused refused() {
    return catchThrowableOfType(CellsRefused.class, this::read);
  }
}

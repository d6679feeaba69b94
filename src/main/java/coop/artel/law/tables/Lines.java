package coop.artel.law.tables;

import coop.artel.law.tables.CellKind.Wrong;
import coop.artel.sheets.CellsRefused;
import coop.artel.sheets.Workbook.Kind;
import coop.artel.sheets.Workbook.Row;
import coop.artel.sheets.Workbook.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a table by the codes of its columns; what is wrong with a cell is told there. */
final class Lines {
  private static final int HEADINGS = 5;

  private final String sheet;
  private final CellsRefused.Check check;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Line> all = new ArrayList<>();

  private Lines(String sheet, CellsRefused.Check check) {
    this.sheet = sheet;
    this.check = check;
  }

  /**
   * A line of the table.
   *
   * @param cells by the column's code, as {@link CellKind#read} gives them
   */
  record Line(int row, Map<String, String> cells) {
    String get(String code) {
      return cells.getOrDefault(code, "");
    }

    String get(Column column) {
      return get(column.code());
    }
  }

  /** Empty where the headings are not as they must be, which is told. */
  static Optional<Lines> read(Table table, List<Column> columns, CellsRefused.Check check) {
    var lines = new Lines(table.name(), check);
    var first = columns.get(0).code();
    for (var row : table.rows()) {
      if (row.number() > HEADINGS) {
        break;
      }
      if (row.cell(0).text().equals(first) || hasCode(row, first)) {
        return lines.readHeadings(row, columns)
            ? Optional.of(lines.readRows(table, row, columns))
            : Optional.empty();
      }
    }
    check.tell(table.name(), 0, -1, "no-codes", first);
    return Optional.empty();
  }

  private static boolean hasCode(Row row, String code) {
    return row.cells().stream().anyMatch(it -> it.text().equals(code));
  }

  private boolean readHeadings(Row row, List<Column> columns) {
    boolean sound = true;
    var codes = columns.stream().map(Column::code).toList();
    for (int place = 0; place < row.cells().size(); place++) {
      var code = row.cell(place).text();
      if (code.isEmpty()) {
        continue;
      }
      if (!codes.contains(code)) {
        var fault = code.startsWith("facts.") ? "fact-unknown" : "column-unknown";
        check.tell(sheet, row.number(), place, fault, code.replaceFirst("^facts\\.", ""));
        sound = false;
      } else if (places.put(code, place) != null) {
        check.tell(sheet, row.number(), place, "column-twice", code);
        sound = false;
      }
    }
    for (var code : codes) {
      if (!places.containsKey(code)) {
        check.tell(sheet, row.number(), -1, "column-missing", code);
        sound = false;
      }
    }
    return sound;
  }

  private Lines readRows(Table table, Row headings, List<Column> columns) {
    for (var row : table.rows()) {
      if (row.number() <= headings.number()) {
        continue;
      }
      var cells = new LinkedHashMap<String, String>();
      for (var column : columns) {
        int place = places.getOrDefault(column.code(), 0);
        try {
          cells.put(column.code(), column.kind().read(row.cell(place)));
        } catch (Wrong wrong) {
          check.tell(sheet, row.number(), place, wrong.code(), row.cell(place).text());
        }
      }
      for (int place = 0; place < row.cells().size(); place++) {
        if (row.cell(place).kind() != Kind.NONE && !places.containsValue(place)) {
          check.tell(sheet, row.number(), place, "no-column", row.cell(place).text());
        }
      }
      all.add(new Line(row.number(), cells));
    }
    return this;
  }

  List<Line> all() {
    return all;
  }

  /**
   * The first line that says what these cells say.
   *
   * @param what text of the cell that is meant, if any is
   */
  Optional<Tables.Place> find(Map<String, String> said, String what) {
    for (var line : all) {
      if (said.entrySet().stream().allMatch(it -> it.getValue().equals(line.get(it.getKey())))) {
        int column =
            line.cells().entrySet().stream()
                .filter(it -> it.getValue().equals(what))
                .map(it -> places.getOrDefault(it.getKey(), -1))
                .findFirst()
                .orElse(-1);
        return Optional.of(new Tables.Place(sheet, line.row(), column));
      }
    }
    return Optional.empty();
  }

  void tell(Line line, String column, String code, Object... arguments) {
    tell(line.row(), column, code, arguments);
  }

  void tell(int row, String column, String code, Object... arguments) {
    check.tell(sheet, row, places.getOrDefault(column, -1), code, arguments);
  }

  boolean isClean() {
    return check.isClean();
  }
}

package coop.artel.members;

import coop.artel.values.CanonicalJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of a list of members as it was brought.
 *
 * @param line as the person counts who has the file open
 * @param cells what was entered; an empty cell is absent
 * @param formulas cells that hold a formula, whose value is not read
 */
record ImportLine(int line, Map<RegisterColumn, String> cells, Set<RegisterColumn> formulas) {
  private static final String FORMULAS = "formulas";

  /** A title of a few rows may stand above the headings. */
  private static final int FARTHEST = 10;

  /** One word in a title may be a heading by chance. */
  private static final int ENOUGH = 2;

  byte[] json() {
    var content = new HashMap<String, Object>();
    cells.forEach((column, text) -> content.put(column.key(), text));
    if (!formulas.isEmpty()) {
      content.put(FORMULAS, formulas.stream().map(RegisterColumn::key).toList());
    }
    return CanonicalJson.write(content);
  }

  static ImportLine of(int line, byte[] json) {
    var cells = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
    var formulas = EnumSet.noneOf(RegisterColumn.class);
    CanonicalJson.read(json)
        .forEach(
            (key, value) -> {
              if (key.equals(FORMULAS)) {
                ((List<?>) value).forEach(it -> formulas.add(RegisterColumn.of(it.toString())));
              } else {
                cells.put(RegisterColumn.of(key), value.toString());
              }
            });
    return new ImportLine(line, cells, formulas);
  }

  /** Without what stands above the headings. Refused where there are none: it is no list then. */
  static Sheet fromHeadings(Sheet sheet) {
    var rows = sheet.rows();
    for (int i = 0; i < Math.min(rows.size(), FARTHEST); i++) {
      if (known(rows.get(i)) >= ENOUGH) {
        return sheet.from(i);
      }
    }
    if (!rows.isEmpty() && known(rows.get(0)) == 0) {
      throw ImportRefused.noHeadings(FARTHEST, RegisterColumn.mandatoryHeadings());
    }
    return sheet;
  }

  private static long known(Sheet.Row row) {
    return row.cells().stream()
        .filter(cell -> RegisterColumn.under(cell.text()).isPresent())
        .count();
  }

  /** The lines under the headings of a sheet. Refused where a heading says nothing, or twice. */
  static List<ImportLine> of(Sheet sheet) {
    if (sheet.rows().size() < 2) {
      throw ImportRefused.empty();
    }
    var columns = columns(sheet.rows().get(0));
    var lines = new ArrayList<ImportLine>();
    for (Sheet.Row row : sheet.rows().subList(1, sheet.rows().size())) {
      lines.add(line(row, columns));
    }
    return lines;
  }

  private static ImportLine line(Sheet.Row row, Map<Integer, RegisterColumn> columns) {
    var cells = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
    var formulas = EnumSet.noneOf(RegisterColumn.class);
    for (int i = 0; i < row.cells().size(); i++) {
      var cell = row.cells().get(i);
      var column = columns.get(i);
      if (column == null) {
        if (!cell.text().isBlank() || cell.formula()) {
          throw ImportRefused.unknownHeadings(List.of("№ " + (i + 1)));
        }
      } else if (cell.formula()) {
        formulas.add(column);
      } else if (!cell.text().isBlank()) {
        cells.put(column, shortened(cell.text()));
      }
    }
    return new ImportLine(row.line(), cells, formulas);
  }

  /** More than any field takes, and less than would burden anybody. */
  private static String shortened(String text) {
    return text.length() > 1000 ? text.substring(0, 1000) : text;
  }

  private static Map<Integer, RegisterColumn> columns(Sheet.Row headings) {
    var columns = new HashMap<Integer, RegisterColumn>();
    var unknown = new ArrayList<String>();
    for (int i = 0; i < headings.cells().size(); i++) {
      String heading = headings.cells().get(i).text();
      if (heading.isBlank()) {
        continue;
      }
      var column = RegisterColumn.under(heading);
      if (column.isEmpty()) {
        unknown.add(shown(heading));
      } else if (columns.containsValue(column.get())) {
        throw ImportRefused.doubledHeading(shown(heading));
      } else {
        columns.put(i, column.get());
      }
    }
    if (!unknown.isEmpty()) {
      throw ImportRefused.unknownHeadings(unknown.subList(0, Math.min(unknown.size(), 10)));
    }
    var missing = new ArrayList<String>();
    for (RegisterColumn column : RegisterColumn.values()) {
      if (column.mandatory() && !columns.containsValue(column)) {
        missing.add(column.headings().get(0));
      }
    }
    if (!missing.isEmpty()) {
      throw ImportRefused.missingHeadings(missing);
    }
    return columns;
  }

  private static String shown(String heading) {
    return heading.length() > 60 ? heading.substring(0, 60) + "…" : heading;
  }
}

package coop.artel.law.tables;

import java.util.List;

/**
 * A column of a table.
 *
 * @param code under which the table names it, in the row below its heading
 * @param path of the key in the file, of one part or two
 */
record Column(String code, CellKind kind, List<String> path) {
  Column(String code, CellKind kind) {
    this(code, kind, List.of(code.split("\\.", 2)));
  }

  String key() {
    return path.get(0);
  }

  boolean isNested() {
    return path.size() > 1;
  }

  String nested() {
    return path.get(1);
  }
}

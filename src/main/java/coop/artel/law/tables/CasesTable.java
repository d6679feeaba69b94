package coop.artel.law.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** The cases of one question as a table: a line a case, facts as columns. */
final class CasesTable {
  private static final List<String> ORDER =
      List.of(
          "id",
          "name",
          "question",
          "day",
          "legal-form",
          "facts",
          "charter",
          "charters",
          "unconfirmed",
          "outcome",
          "missing",
          "article",
          "rests-on");

  private final String question;
  private final List<Column> columns;
  private final Items items;

  /**
   * @param facts of the question by name
   */
  CasesTable(String question, Map<String, CellKind> facts) {
    this.question = question;
    columns = new ArrayList<>();
    columns.add(new Column("id", CellKind.TEXT));
    columns.add(new Column("name", CellKind.TEXT));
    columns.add(new Column("day", CellKind.DAY));
    columns.add(new Column("outcome", CellKind.TEXT));
    columns.add(new Column("missing", CellKind.LIST));
    columns.add(new Column("article", CellKind.TEXT));
    columns.add(new Column("legal-form", CellKind.TEXT));
    facts.forEach((name, kind) -> columns.add(new Column("facts." + name, kind)));
    columns.add(new Column("charter", CellKind.PAIRS));
    columns.add(new Column("charters", CellKind.DATED_PAIRS));
    columns.add(new Column("unconfirmed", CellKind.LIST));
    columns.add(new Column("rests-on", CellKind.LIST));
    items = new Items(columns, ORDER, "facts");
  }

  List<Column> columns() {
    return columns;
  }

  List<Map<String, String>> lines(YamlText yaml) {
    return yaml.items().stream().map(items::cells).toList();
  }

  /** The cells of the case that stands at a line of the file. */
  Map<String, String> at(YamlText yaml, int line) {
    Map<String, String> cells = Map.of();
    for (var item : yaml.items()) {
      if (item.getStartMark().getLine() < line) {
        cells = items.cells(item);
      }
    }
    return cells;
  }

  /**
   * The file with what the lines say; empty where no case is left.
   *
   * @param yaml null where there is no file yet
   */
  String change(@Nullable YamlText yaml, Lines lines) {
    var byId = new LinkedHashMap<String, Lines.Line>();
    for (var line : lines.all()) {
      var id = line.get("id");
      if (id.isEmpty()) {
        lines.tell(line, "id", "empty");
      } else if (byId.putIfAbsent(id, line) != null) {
        lines.tell(line, "id", "id-twice", id);
      }
    }
    if (!lines.isClean() || byId.isEmpty()) {
      return "";
    }
    if (yaml == null) {
      var items = new ArrayList<String>();
      byId.values().forEach(line -> items.add("- " + String.join("\n  ", added(line, lines))));
      return String.join("\n\n", items) + "\n";
    }
    var there = new LinkedHashMap<String, MappingNode>();
    yaml.items().forEach(item -> there.put(items.cells(item).getOrDefault("id", ""), item));
    there.forEach(
        (id, item) -> {
          if (byId.containsKey(id)) {
            items.change(yaml, item, byId.get(id), lines);
          } else {
            yaml.removeItem(item);
          }
        });
    // Where no case stays, the new ones stand behind the last that goes.
    @Nullable MappingNode before = null;
    for (var line : byId.values()) {
      var item = there.get(line.get("id"));
      if (item == null) {
        yaml.addItem(before, added(line, lines), true);
      } else {
        before = item;
      }
    }
    return yaml.changed();
  }

  private List<String> added(Lines.Line line, Lines lines) {
    return items.entries(line, lines, false, Map.of("question", question));
  }
}

package coop.artel.law.tables;

import coop.artel.jurisdiction.Norm;
import coop.artel.law.tables.Lines.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * Norms as a dated table: a line a figure, and a line for a norm without one. What belongs to the
 * norm stands in each of its lines.
 */
final class NormsTable {
  private static final String NUMBER = "figure";

  private static final List<Column> OF_NORM =
      List.of(
          new Column("key", CellKind.TEXT),
          new Column("name.ru", CellKind.TEXT),
          new Column("name.en", CellKind.TEXT),
          new Column("unit", CellKind.TEXT),
          new Column("article", CellKind.TEXT),
          new Column("charter", CellKind.TEXT),
          new Column("at-least", CellKind.VALUE),
          new Column("at-most", CellKind.VALUE),
          new Column("bound-established", CellKind.FLAG),
          new Column("words", CellKind.WORDS));

  private static final List<Column> OF_FIGURE =
      List.of(
          new Column("forms", CellKind.LIST),
          new Column("value", CellKind.VALUE),
          new Column("from", CellKind.DAY),
          new Column("to", CellKind.DAY),
          new Column("figure.article", CellKind.TEXT, List.of("article")),
          new Column("confidence", CellKind.TEXT),
          new Column("known", CellKind.TEXT),
          new Column("verified", CellKind.FLAG),
          new Column("note.ru", CellKind.TEXT),
          new Column("note.en", CellKind.TEXT));

  private static final Items NORMS =
      new Items(
          OF_NORM,
          List.of(
              "key",
              "name",
              "unit",
              "words",
              "charter",
              "at-least",
              "at-most",
              "bound-established",
              "article",
              "figures"),
          "");
  private static final Items FIGURES =
      new Items(
          OF_FIGURE,
          List.of(
              "forms", "value", "from", "to", "article", "confidence", "known", "verified", "note"),
          "");

  private NormsTable() {}

  /** In the order that a lawyer reads a line in. */
  static List<Column> columns() {
    var columns = new ArrayList<Column>(OF_NORM.subList(0, 4));
    columns.add(new Column(NUMBER, CellKind.WHOLE));
    columns.addAll(OF_FIGURE);
    columns.addAll(OF_NORM.subList(4, OF_NORM.size()));
    return columns;
  }

  static List<Map<String, String>> lines(YamlText yaml) {
    var lines = new ArrayList<Map<String, String>>();
    for (var norm : yaml.items()) {
      var common = NORMS.cells(norm);
      var figures = figures(norm);
      for (int i = 0; i < figures.size(); i++) {
        var cells = new LinkedHashMap<>(common);
        cells.put(NUMBER, Integer.toString(i + 1));
        cells.putAll(FIGURES.cells(figures.get(i)));
        lines.add(cells);
      }
      if (figures.isEmpty()) {
        lines.add(common);
      }
    }
    return lines;
  }

  /** The cells of the norm, and of the figure if there is one, that stand at a line of the file. */
  static Map<String, String> at(YamlText yaml, int line) {
    var cells = new LinkedHashMap<String, String>();
    for (var norm : yaml.items()) {
      if (norm.getStartMark().getLine() < line) {
        cells.clear();
        cells.putAll(NORMS.cells(norm));
        for (var figure : figures(norm)) {
          if (figure.getStartMark().getLine() < line) {
            cells.putAll(FIGURES.cells(figure));
          }
        }
      }
    }
    return cells;
  }

  private static List<MappingNode> figures(MappingNode norm) {
    return YamlText.mappings(YamlText.entries(norm).get("figures"));
  }

  /** The file with what the lines say; the checks of a cell are told to the lines. */
  static String change(YamlText yaml, Lines lines) {
    var byKey = new LinkedHashMap<String, List<Line>>();
    for (var line : lines.all()) {
      if (line.get("key").isEmpty()) {
        lines.tell(line, "key", "empty");
      } else {
        asFlag(line);
        byKey.computeIfAbsent(line.get("key"), key -> new ArrayList<>()).add(line);
      }
    }
    byKey.values().forEach(of -> check(of, lines));
    if (!lines.isClean()) {
      return "";
    }
    var norms = new LinkedHashMap<String, MappingNode>();
    yaml.items().forEach(norm -> norms.put(NORMS.cells(norm).getOrDefault("key", ""), norm));
    norms.forEach(
        (key, norm) -> {
          if (byKey.containsKey(key)) {
            changeNorm(yaml, norm, byKey.get(key), lines);
          } else {
            yaml.removeItem(norm);
          }
        });
    @Nullable MappingNode before = null;
    for (var of : byKey.entrySet()) {
      var there = norms.get(of.getKey());
      if (there == null) {
        yaml.addItem(before, added(of.getValue(), lines), true);
      } else {
        before = there;
      }
    }
    return yaml.changed();
  }

  /** The law's own yes and no are words, whatever language they are written in. */
  static void asFlag(Line line) {
    if (line.get("unit").equals("flag")) {
      CellKind.flag(line.get("value"))
          .ifPresent(yes -> line.cells().put("value", yes.equals("true") ? "yes" : "no"));
    }
  }

  private static void check(List<Line> of, Lines lines) {
    var first = of.get(0);
    if (!Norm.isUnit(first.get("unit"))) {
      lines.tell(first, "unit", "unit-unknown", first.get("unit"));
    }
    var numbers = new HashSet<String>();
    for (var line : of) {
      for (var column : OF_NORM) {
        if (!line.get(column).equals(first.get(column))) {
          lines.tell(line, column.code(), "differs", first.row());
        }
      }
      if (!line.get(NUMBER).isEmpty() && !numbers.add(line.get(NUMBER))) {
        lines.tell(line, NUMBER, "figure-twice", line.get(NUMBER));
      }
      if (isFigure(line) && line.get("value").isEmpty()) {
        lines.tell(line, "value", "empty");
      }
      if (!line.get("to").isEmpty() && line.get("to").compareTo(line.get("from")) < 0) {
        lines.tell(line, "to", "ends-before", line.get("from"));
      }
    }
    checkOverlaps(of.stream().filter(NormsTable::isFigure).toList(), lines);
  }

  /** Two figures of one form may not stand on one day. */
  private static void checkOverlaps(List<Line> figures, Lines lines) {
    for (int i = 0; i < figures.size(); i++) {
      for (int j = 0; j < i; j++) {
        var one = figures.get(i);
        var other = figures.get(j);
        if (shareForm(one, other) && !endsBefore(one, other) && !endsBefore(other, one)) {
          lines.tell(one, "from", "overlaps", other.row());
        }
      }
    }
  }

  private static boolean shareForm(Line one, Line other) {
    var forms = new TreeSet<>(List.of(one.get("forms").split(", ", -1)));
    forms.retainAll(List.of(other.get("forms").split(", ", -1)));
    return !forms.isEmpty();
  }

  private static boolean endsBefore(Line one, Line other) {
    return !one.get("to").isEmpty() && one.get("to").compareTo(other.get("from")) < 0;
  }

  private static boolean isFigure(Line line) {
    return OF_FIGURE.stream().anyMatch(it -> !line.get(it).isEmpty())
        || !line.get(NUMBER).isEmpty();
  }

  private static void changeNorm(YamlText yaml, MappingNode norm, List<Line> of, Lines lines) {
    NORMS.change(yaml, norm, of.get(0), lines);
    var figures = figures(norm);
    var wanted = of.stream().filter(NormsTable::isFigure).toList();
    var left = new HashSet<Integer>();
    boolean oneLine = YamlText.isFlow(YamlText.entries(norm).get("figures"));
    @Nullable MappingNode before = figures.isEmpty() ? null : figures.get(figures.size() - 1);
    var added = new ArrayList<String>();
    for (var line : wanted) {
      int number = line.get(NUMBER).isEmpty() ? 0 : Integer.parseInt(line.get(NUMBER));
      if (number > figures.size()) {
        lines.tell(line, NUMBER, "figure-unknown", number);
      } else if (number > 0) {
        before = figures.get(number - 1);
        left.add(number - 1);
        FIGURES.change(yaml, before, line, lines);
      } else if (oneLine) {
        lines.tell(line, NUMBER, "one-line");
      } else if (before != null) {
        yaml.addItem(before, List.of(figure(line, lines)), false);
      } else {
        added.add("\n    - " + figure(line, lines));
      }
    }
    if (wanted.isEmpty() && !figures.isEmpty()) {
      yaml.change(norm, Map.of("figures", Optional.empty()), List.of("figures"));
      return;
    }
    for (int i = 0; i < figures.size(); i++) {
      if (!left.contains(i) && oneLine) {
        lines.tell(of.get(0), NUMBER, "one-line");
      } else if (!left.contains(i)) {
        yaml.removeItem(figures.get(i));
      }
    }
    if (!added.isEmpty()) {
      yaml.change(
          norm,
          Map.of("figures", Optional.of(String.join("", added).stripTrailing())),
          List.of("key", "figures"));
    }
  }

  private static String figure(Line line, Lines lines) {
    return "{" + String.join(", ", FIGURES.entries(line, lines, true, Map.of())) + "}";
  }

  private static List<String> added(List<Line> of, Lines lines) {
    var entries = new ArrayList<>(NORMS.entries(of.get(0), lines, false, Map.of()));
    var figures = of.stream().filter(NormsTable::isFigure).toList();
    if (!figures.isEmpty()) {
      entries.add("figures:");
      figures.forEach(line -> entries.add("  - " + figure(line, lines)));
    }
    return entries;
  }
}

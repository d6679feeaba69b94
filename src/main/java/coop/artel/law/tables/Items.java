package coop.artel.law.tables;

import coop.artel.law.tables.CellKind.Wrong;
import coop.artel.law.tables.Lines.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Items of a YAML file as lines of a table, one way and the other. */
final class Items {
  private final List<Column> columns;
  private final List<String> order;

  /** Keys that stay, empty, where nothing is in them. */
  private final String kept;

  /**
   * @param order of the keys in a new item
   * @param kept key of the nested entries that must be there though it may be empty
   */
  Items(List<Column> columns, List<String> order, String kept) {
    this.columns = columns;
    this.order = order;
    this.kept = kept;
  }

  /** The cells of an item by column, as {@link CellKind#read} would give them. */
  Map<String, String> cells(MappingNode item) {
    var cells = new LinkedHashMap<String, String>();
    for (var column : columns) {
      cells.put(column.code(), YamlCells.show(column.kind(), node(item, column)));
    }
    return cells;
  }

  private static @Nullable Node node(MappingNode item, Column column) {
    var node = YamlText.entries(item).get(column.key());
    if (!column.isNested()) {
      return node;
    }
    return node instanceof MappingNode nested
        ? YamlText.entries(nested).get(column.nested())
        : null;
  }

  /** Brings an item to what a line says; what is alike already stays as it is written. */
  void change(YamlText yaml, MappingNode item, Line line, Lines lines) {
    var changes = new LinkedHashMap<String, Optional<String>>();
    var nested = new LinkedHashMap<String, Map<String, Optional<String>>>();
    boolean flow = YamlText.isFlow(item);
    for (var column : columns) {
      var before = node(item, column);
      var now = line.get(column);
      if (now.equals(YamlCells.show(column.kind(), before))) {
        continue;
      }
      var written = write(column, now, before, flow || column.isNested(), line, lines);
      if (column.isNested()) {
        nested
            .computeIfAbsent(column.key(), key -> new LinkedHashMap<>())
            .put(column.nested(), written);
      } else {
        changes.put(column.key(), written);
      }
    }
    nested.forEach((key, inner) -> changeNested(yaml, item, key, inner, changes));
    if (!changes.isEmpty()) {
      yaml.change(item, changes, order);
    }
  }

  private void changeNested(
      YamlText yaml,
      MappingNode item,
      String key,
      Map<String, Optional<String>> inner,
      Map<String, Optional<String>> changes) {
    if (YamlText.entries(item).get(key) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var left = new ArrayList<>(YamlText.entries(mapping).keySet());
      left.removeIf(it -> inner.containsKey(it) && inner.get(it).isEmpty());
      if (!left.isEmpty()) {
        yaml.change(mapping, inner, nestedOrder(key));
        return;
      }
    }
    var all = new ArrayList<String>();
    inner.forEach((name, value) -> value.ifPresent(it -> all.add(name + ": " + it)));
    changes.put(
        key,
        all.isEmpty() && !key.equals(kept)
            ? Optional.empty()
            : Optional.of("{" + String.join(", ", all) + "}"));
  }

  private List<String> nestedOrder(String key) {
    return columns.stream()
        .filter(it -> it.isNested() && it.key().equals(key))
        .map(Column::nested)
        .toList();
  }

  private static Optional<String> write(
      Column column, String text, @Nullable Node before, boolean flow, Line line, Lines lines) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(YamlCells.write(column.kind(), text, before, flow));
    } catch (Wrong wrong) {
      lines.tell(line, column.code(), wrong.code(), text);
      return Optional.empty();
    }
  }

  /**
   * The entries of a new item.
   *
   * @param flow whether they will stand in one line
   * @param more entries that no column has, by key
   */
  List<String> entries(Line line, Lines lines, boolean flow, Map<String, String> more) {
    var values = new LinkedHashMap<String, String>(more);
    var nested = new LinkedHashMap<String, List<String>>();
    if (!kept.isEmpty()) {
      nested.put(kept, new ArrayList<>());
    }
    for (var column : columns) {
      write(column, line.get(column), null, flow || column.isNested(), line, lines)
          .ifPresent(
              written -> {
                if (column.isNested()) {
                  nested
                      .computeIfAbsent(column.key(), key -> new ArrayList<>())
                      .add(column.nested() + ": " + written);
                } else {
                  values.put(column.key(), written);
                }
              });
    }
    nested.forEach((key, all) -> values.put(key, "{" + String.join(", ", all) + "}"));
    return order.stream()
        .filter(values::containsKey)
        .map(key -> key + ": " + values.get(key))
        .toList();
  }
}

package coop.artel.law;

import coop.artel.jurisdiction.Norm;
import coop.artel.jurisdiction.YamlNode;
import coop.artel.law.EditionDifference.Field;
import coop.artel.law.EditionDifference.Figure;
import coop.artel.law.EditionDifference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a country's file of data holds, entry by entry, and of norms figure by figure. A file that
 * says what no country can is read, too, as long as it is YAML.
 *
 * @param entries by id
 */
record FileEntries(Map<String, Entry> entries, Map<Key, Figure> figures) {

  /**
   * @param fields values by name; a list has one a line, all else one
   */
  record Entry(String name, Map<String, List<String>> fields) {}

  record Key(String norm, String form, String since) {}

  /** What the entries of a file are; empty for a file that has none. */
  static Optional<Kind> kind(String path) {
    var name = path.replaceFirst("jurisdictions/[a-z]{2}/", "");
    return Optional.ofNullable(
        switch (name.replaceFirst("/.*", "")) {
          case "norms.yaml" -> Kind.NORM;
          case "acts.yaml" -> Kind.ACT;
          case "country.yaml" -> Kind.COUNTRY;
          case "cases" -> Kind.CASE;
          case "calendar" -> Kind.CALENDAR;
          default -> null;
        });
  }

  static FileEntries of(String path, @Nullable String text) {
    var read = new FileEntries(new LinkedHashMap<>(), new LinkedHashMap<>());
    if (text != null) {
      var root = YamlNode.read(path, text);
      if (root.isList()) {
        root.items().forEach(item -> read.add(item.entries()));
      } else {
        read.put(path.replaceFirst(".*/(.*)\\.yaml", "$1"), root.entries());
      }
    }
    return read;
  }

  private void add(Map<String, YamlNode> item) {
    var id = written(item, "id", written(item, "key", ""));
    var rest = new LinkedHashMap<>(item);
    var list = rest.remove("figures");
    put(id, rest);
    if (list != null && list.isList()) {
      list.items().forEach(figure -> figure(id, item, figure.entries()));
    }
  }

  /** An id that stands twice, which no country's file may have, is told apart by a number. */
  private void put(String id, Map<String, YamlNode> item) {
    var own = id;
    for (int next = 2; entries.containsKey(own); next++) {
      own = id + " (" + next + ")";
    }
    var fields = new LinkedHashMap<String, List<String>>();
    item.forEach((name, value) -> flatten(name, value, fields));
    entries.put(own, new Entry(name(item), fields));
  }

  private static String name(Map<String, YamlNode> item) {
    var name = item.get("name");
    return name == null || name.isMapping() || name.isList() ? "" : name.written();
  }

  private void figure(String norm, Map<String, YamlNode> of, Map<String, YamlNode> figure) {
    var fields = new HashMap<String, List<String>>();
    figure.forEach((name, value) -> flatten(name, value, fields));
    var forms = fields.remove("forms");
    var since = one(fields.remove("from"));
    var told =
        new Figure(
            one(fields.remove("value")),
            written(of, "unit", ""),
            written(figure, "article", written(of, "article", "")),
            one(fields.remove("confidence")),
            one(fields.remove("to")),
            rest(fields));
    for (var form : forms == null ? List.of(Norm.ANY_FORM) : forms) {
      figures.put(new Key(norm, form, since), told);
    }
  }

  private static List<Field> rest(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equals("article"))
        .map(field -> new Field(field.getKey(), String.join(", ", field.getValue())))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private static String one(@Nullable List<String> values) {
    return values == null ? "" : String.join(", ", values);
  }

  private static String written(Map<String, YamlNode> entries, String key, String otherwise) {
    var value = entries.get(key);
    return value == null || value.isMapping() || value.isList() ? otherwise : value.written();
  }

  private static void flatten(String name, YamlNode node, Map<String, List<String>> into) {
    if (node.isMapping()) {
      node.entries().forEach((key, value) -> flatten(name + "." + key, value, into));
    } else if (node.isList()) {
      var lines = new ArrayList<String>();
      node.items().forEach(item -> lines.add(line(item)));
      into.put(name, lines);
    } else {
      into.put(name, List.of(node.written()));
    }
  }

  private static String line(YamlNode node) {
    if (node.isMapping()) {
      return node.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + line(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return node.isList()
        ? node.items().stream().map(FileEntries::line).collect(Collectors.joining(", ", "[", "]"))
        : node.written();
  }
}

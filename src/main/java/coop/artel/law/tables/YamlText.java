package coop.artel.law.tables;

import coop.artel.jurisdiction.YamlNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file that is changed at single places, while all others keep each sign, comments and order
 * among them.
 */
final class YamlText {
  private final String text;
  private final boolean plain;
  private final Node root;
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int from, int to, String text) {}

  private YamlText(String text, Node root) {
    this.text = text;
    this.plain = text.codePointCount(0, text.length()) == text.length();
    this.root = root;
  }

  /** Refused: {@link coop.artel.jurisdiction.FileNotUnderstood}, as wherever a file is read. */
  static YamlText read(String file, String text) {
    demandPlain(YamlNode.read(file, text));
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return new YamlText(text, yaml.compose(new StringReader(text)));
  }

  /** All of it is read once, so that what no table can say is told at its line. */
  private static void demandPlain(YamlNode node) {
    if (node.isMapping()) {
      node.entries().values().forEach(YamlText::demandPlain);
    } else if (node.isList()) {
      node.items().forEach(YamlText::demandPlain);
    }
  }

  /** The mappings of a file that is a list of them. */
  List<MappingNode> items() {
    return mappings(root);
  }

  /** The mappings of a list; none where there is no list. */
  static List<MappingNode> mappings(@Nullable Node list) {
    return list instanceof SequenceNode sequence
        ? sequence.getValue().stream()
            .filter(MappingNode.class::isInstance)
            .map(MappingNode.class::cast)
            .toList()
        : List.of();
  }

  static Map<String, Node> entries(MappingNode mapping) {
    var entries = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      entries.put(key(tuple), tuple.getValueNode());
    }
    return entries;
  }

  private static String key(NodeTuple tuple) {
    return ((ScalarNode) tuple.getKeyNode()).getValue();
  }

  /**
   * Changes entries of a mapping.
   *
   * @param changes YAML in one line by key; absent where the entry goes
   * @param order of the keys, by which a new one finds its place
   */
  void change(MappingNode mapping, Map<String, Optional<String>> changes, List<String> order) {
    var kept = new ArrayList<NodeTuple>();
    for (var tuple : mapping.getValue()) {
      var change = changes.get(key(tuple));
      if (change == null) {
        kept.add(tuple);
      } else if (change.isPresent()) {
        kept.add(tuple);
        replace(start(tuple.getValueNode()), end(tuple.getValueNode()), change.get());
      }
    }
    remove(mapping, kept);
    var present = entries(mapping).keySet();
    for (var key : order) {
      var change = changes.get(key);
      if (change != null && change.isPresent() && !present.contains(key)) {
        add(mapping, kept, key, change.get(), order);
      }
    }
  }

  private void remove(MappingNode mapping, List<NodeTuple> kept) {
    boolean flow = isFlow(mapping);
    @Nullable NodeTuple before = null;
    int firstStart = start(mapping.getValue().get(0).getKeyNode());
    boolean leading = true;
    for (var tuple : mapping.getValue()) {
      if (kept.contains(tuple)) {
        if (leading && start(tuple.getKeyNode()) > firstStart) {
          replace(firstStart, start(tuple.getKeyNode()), "");
        }
        leading = false;
      } else if (!leading && flow && before != null) {
        replace(end(before.getValueNode()), end(tuple.getValueNode()), "");
      } else if (!leading) {
        replace(lineStart(start(tuple.getKeyNode())), lineEnd(end(tuple.getValueNode())), "");
      }
      before = tuple;
    }
    if (leading && before != null) {
      replace(firstStart, end(before.getValueNode()), "");
    }
  }

  private void add(
      MappingNode mapping, List<NodeTuple> kept, String key, String value, List<String> order) {
    @Nullable NodeTuple after = null;
    for (var tuple : kept) {
      if (after == null || order.indexOf(key(tuple)) < order.indexOf(key)) {
        after = tuple;
      }
    }
    if (isFlow(mapping)) {
      if (after == null) {
        int inside = start(mapping) + 1;
        boolean first = edits.stream().noneMatch(it -> it.from == inside && it.to == inside);
        replace(inside, inside, (first ? "" : ", ") + key + ": " + value);
      } else {
        int at = end(after.getValueNode());
        replace(at, at, ", " + key + ": " + value);
      }
      return;
    }
    if (after == null) {
      throw new IllegalStateException("Nothing stays of the item at " + start(mapping));
    }
    insertLine(
        lineEnd(end(after.getValueNode())),
        " ".repeat(after.getKeyNode().getStartMark().getColumn())
            + key
            + (value.startsWith("\n") ? ":" : ": ")
            + value);
  }

  /** Adds a line, or several, that begin at a line's beginning. */
  private void insertLine(int at, String line) {
    boolean open = at > 0 && text.charAt(at - 1) != '\n';
    replace(at, at, (open ? "\n" : "") + line + "\n");
  }

  /**
   * Adds an item to a block list.
   *
   * @param before the item that it follows; null puts it at the end of the file
   * @param lines of the item, the first without its dash
   * @param apart whether an empty line stands between items
   */
  void addItem(@Nullable Node before, List<String> lines, boolean apart) {
    var dash = before == null ? "- " : prefix(before);
    var item = new StringBuilder(apart ? "\n" : "").append(dash).append(lines.get(0));
    var indent = " ".repeat(dash.length());
    lines.stream().skip(1).forEach(line -> item.append('\n').append(indent).append(line));
    insertLine(before == null ? text.length() : lineEnd(end(before)), item.toString());
  }

  /** Takes an item of a block list away, with the comment right above it. */
  void removeItem(Node item) {
    int from = lineStart(start(item));
    int to = lineEnd(end(item));
    while (from > 0 && isComment(lineStart(from - 1))) {
      from = lineStart(from - 1);
    }
    boolean spaced = from >= 2 && text.charAt(from - 2) == '\n';
    if (spaced && to < text.length() && text.charAt(to) == '\n') {
      to++;
    }
    replace(from, to, "");
  }

  private boolean isComment(int lineStart) {
    return text.substring(lineStart, lineEnd(lineStart)).stripLeading().startsWith("#");
  }

  /** What stands before an item in its line: its indent and its dash. */
  private String prefix(Node item) {
    var prefix = text.substring(lineStart(start(item)), start(item));
    if (!prefix.isBlank() && !prefix.strip().equals("-")) {
      throw new IllegalStateException("An item of a block list was looked for: " + prefix);
    }
    return prefix;
  }

  static boolean isFlow(@Nullable Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.FLOW;
  }

  private void replace(int from, int to, String value) {
    edits.add(new Edit(from, to, value));
  }

  private int start(Node node) {
    return offset(node.getStartMark().getIndex());
  }

  /** A block ends, for YAML, where the next thing begins; here it ends with what it holds. */
  private int end(Node node) {
    if (node instanceof MappingNode mapping && !isFlow(node) && !mapping.getValue().isEmpty()) {
      return end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list && !isFlow(node) && !list.getValue().isEmpty()) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    return offset(node.getEndMark().getIndex());
  }

  private int offset(int codePoints) {
    return plain ? codePoints : text.offsetByCodePoints(0, codePoints);
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** The text with all changes; without any it is the very same. */
  String changed() {
    var sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
    var changed = new StringBuilder();
    int at = 0;
    for (var edit : sorted) {
      if (edit.from < at && edit.from == edit.to) {
        // What is added behind something that goes stands in its place.
        changed.append(edit.text);
        continue;
      }
      if (edit.from < at) {
        throw new IllegalStateException("Two changes at one place: " + edit);
      }
      changed.append(text, at, edit.from).append(edit.text);
      at = edit.to;
    }
    return changed.append(text, at, text.length()).toString();
  }
}

package coop.artel.jurisdiction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The figures of norms.yaml as a table. A change is made in the text itself, so that its comments,
 * its order and whatever else stands there stay as they were written.
 */
public final class NormsTable {
  /** What a figure is changed by. */
  public static final List<String> FIELDS = List.of("value", "from", "to", "article", "confidence");

  private static final String FORMS = "forms";
  private static final String VERIFIED = "verified";
  private static final String HIGH = "high";
  private static final String FIGURES = "figures";

  private final String text;
  private final Map<String, MappingNode> norms = new LinkedHashMap<>();

  /**
   * A norm as its file says it.
   *
   * @param words the values allowed where the unit is word or words, else empty
   */
  public record Row(
      String key, int line, String unit, List<String> words, String article, List<Line> figures) {}

  /**
   * A figure of it; what the file does not say is empty.
   *
   * @param index of the norm's figures, from 0
   * @param lastLine of its text
   */
  public record Line(int index, int line, int lastLine, List<String> forms, Fields said) {}

  /** What stands there by field: {@link #FIELDS}. */
  public record Fields(Map<String, String> byName) {
    public String get(String name) {
      return byName.getOrDefault(name, "").strip();
    }
  }

  private NormsTable(String text) {
    this.text = text;
  }

  /** Refused: {@link FileNotUnderstood} where it is no list of norms at all. */
  public static NormsTable read(String file, String text) {
    var table = new NormsTable(text);
    for (var item : YamlNode.read(file, text).items()) {
      var entries = item.entries();
      table.norms.put(item.required(entries, "key").text(), (MappingNode) item.node());
    }
    return table;
  }

  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    norms.forEach(
        (key, norm) ->
            rows.add(
                new Row(
                    key,
                    line(norm),
                    scalar(value(norm, "unit")),
                    names(value(norm, "words")),
                    scalar(value(norm, "article")),
                    lines(norm))));
    return rows;
  }

  private List<Line> lines(MappingNode norm) {
    var lines = new ArrayList<Line>();
    for (var figure : figures(norm)) {
      var said = new LinkedHashMap<String, String>();
      FIELDS.forEach(field -> said.put(field, scalar(value(figure, field))));
      lines.add(
          new Line(
              lines.size(),
              line(figure),
              line(last(figure)),
              names(value(figure, FORMS)),
              new Fields(said)));
    }
    return lines;
  }

  /** The text in which a figure is as these fields say; an empty one is taken away. */
  public String changed(String key, int index, Fields fields) {
    var edits = new TextEdits(text);
    change(edits, figures(norm(key)).get(index), fields);
    return edits.apply();
  }

  /** The text in which a figure ends the day before another of the same forms begins. */
  public String succeeded(String key, int index, Fields fields, String lastDay) {
    var edits = new TextEdits(text);
    var norm = norm(key);
    var old = figures(norm).get(index);
    set(edits, old, "to", lastDay, "value");
    @Nullable Node forms = value(old, FORMS);
    add(edits, norm, forms == null ? "" : text.substring(start(forms), end(forms)), fields);
    return edits.apply();
  }

  /** The text with one figure more; of any form where none is named. */
  public String added(String key, List<String> forms, Fields fields) {
    var edits = new TextEdits(text);
    add(edits, norm(key), forms.isEmpty() ? "" : "[" + String.join(", ", forms) + "]", fields);
    return edits.apply();
  }

  public boolean has(String key, int index) {
    return norms.containsKey(key) && index >= 0 && index < figures(norms.get(key)).size();
  }

  public boolean has(String key) {
    return norms.containsKey(key);
  }

  private void change(TextEdits edits, MappingNode figure, Fields fields) {
    for (var field : FIELDS) {
      if (!fields.get(field).equals(scalar(value(figure, field)))) {
        set(edits, figure, field, fields.get(field), "value");
      }
    }
    boolean high = fields.get("confidence").equals(HIGH);
    boolean told = value(figure, VERIFIED) != null;
    if (high && told) {
      set(edits, figure, VERIFIED, "", "confidence");
    } else if (!high && !told) {
      set(edits, figure, VERIFIED, "false", "confidence");
    }
  }

  private void add(TextEdits edits, MappingNode norm, String forms, Fields fields) {
    var figure = flow(forms, fields);
    if (!(value(norm, FIGURES) instanceof SequenceNode list) || list.getValue().isEmpty()) {
      int margin = norm.getStartMark().getColumn();
      edits.afterLine(
          end(last(norm)),
          " ".repeat(margin) + FIGURES + ":",
          " ".repeat(margin + 2) + "- " + figure);
    } else if (isFlow(list)) {
      edits.put(end(last(list)), ", " + figure);
    } else {
      edits.afterLine(end(last(list)), " ".repeat(list.getStartMark().getColumn()) + "- " + figure);
    }
  }

  private static String flow(String forms, Fields fields) {
    var said = new ArrayList<String>();
    if (!forms.isEmpty()) {
      said.add(FORMS + ": " + forms);
    }
    for (var field : FIELDS) {
      if (!fields.get(field).isEmpty()) {
        said.add(field + ": " + written(field, fields.get(field)));
      }
    }
    said.add("known: read");
    if (!fields.get("confidence").equals(HIGH)) {
      said.add("verified: false");
    }
    return "{" + String.join(", ", said) + "}";
  }

  /**
   * @param text empty where the field goes
   * @param behind the field that a new one is put behind
   */
  private void set(TextEdits edits, MappingNode in, String field, String text, String behind) {
    int at = index(in, field);
    if (at >= 0 && text.isEmpty()) {
      remove(edits, in, at);
    } else if (at >= 0) {
      var value = in.getValue().get(at).getValueNode();
      edits.replace(start(value), end(value), written(field, text));
    } else if (!text.isEmpty()) {
      int before = Math.max(index(in, behind), 0);
      int end = end(last(in.getValue().get(before).getValueNode()));
      var entry = field + ": " + written(field, text);
      if (isFlow(in)) {
        edits.put(end, ", " + entry);
      } else {
        edits.afterLine(end, " ".repeat(in.getStartMark().getColumn()) + entry);
      }
    }
  }

  private void remove(TextEdits edits, MappingNode in, int at) {
    var entries = in.getValue();
    if (at == 0) {
      edits.replace(start(entries.get(0).getKeyNode()), start(entries.get(1).getKeyNode()), "");
    } else {
      int end = end(last(entries.get(at).getValueNode()));
      if (isFlow(in)) {
        edits.replace(end(last(entries.get(at - 1).getValueNode())), end, "");
      } else {
        edits.removeLines(start(entries.get(at).getKeyNode()), end);
      }
    }
  }

  /** Numbers, days and flags stand bare, all else in quotes. */
  private static String written(String field, String text) {
    boolean bare =
        switch (field) {
          case "from", "to", VERIFIED -> text.matches("[\\w-]+");
          case "value" -> text.matches("(0|[1-9]\\d*)(\\.\\d+)?");
          default -> text.matches("[a-z]+");
        };
    return bare ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private MappingNode norm(String key) {
    @Nullable MappingNode norm = norms.get(key);
    if (norm == null) {
      throw new IllegalArgumentException(key);
    }
    return norm;
  }

  private static List<MappingNode> figures(MappingNode norm) {
    var figures = new ArrayList<MappingNode>();
    if (value(norm, FIGURES) instanceof SequenceNode list) {
      for (var item : list.getValue()) {
        if (item instanceof MappingNode figure) {
          figures.add(figure);
        }
      }
    }
    return figures;
  }

  private static int index(MappingNode in, String key) {
    for (int i = 0; i < in.getValue().size(); i++) {
      if (scalar(in.getValue().get(i).getKeyNode()).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Node value(MappingNode in, String key) {
    int at = index(in, key);
    return at < 0 ? null : in.getValue().get(at).getValueNode();
  }

  private static String scalar(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** A list of words, or the keys of a mapping. */
  private static List<String> names(@Nullable Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(NormsTable::scalar).toList();
    }
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream().map(NodeTuple::getKeyNode).map(NormsTable::scalar).toList()
        : List.of();
  }

  private static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
  }

  /** What the text of a node ends with: a block's own end stands behind the lines after it. */
  private static Node last(Node node) {
    if (isFlow(node)) {
      return node;
    }
    if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
      return last(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
    }
    return node instanceof SequenceNode list && !list.getValue().isEmpty()
        ? last(list.getValue().get(list.getValue().size() - 1))
        : node;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private int start(Node node) {
    return text.offsetByCodePoints(0, node.getStartMark().getIndex());
  }

  private int end(Node node) {
    return text.offsetByCodePoints(0, node.getEndMark().getIndex());
  }
}

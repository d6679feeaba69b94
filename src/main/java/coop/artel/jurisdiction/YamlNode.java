package coop.artel.jurisdiction;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML file that knows its line. Reading is strict: unknown and doubled keys, anchors,
 * tags and what YAML takes for something else ({@code no} for false, {@code 1_6} for 16) are told
 * at the line.
 */
public final class YamlNode {
  private static final int CODE_POINTS = 1 << 20;

  private final String file;
  private final Node node;

  private YamlNode(String file, Node node) {
    this.file = file;
    this.node = node;
    if (node.getAnchor() != null) {
      throw FileNotUnderstood.notYaml(file, line(), "&" + node.getAnchor());
    }
  }

  /** Reads one document without making objects of it. */
  public static YamlNode read(String file, String text) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(CODE_POINTS);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        throw FileNotUnderstood.notYaml(file, 1, "empty");
      }
      return new YamlNode(file, root);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw FileNotUnderstood.notYaml(
          file, mark == null ? 1 : mark.getLine() + 1, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw FileNotUnderstood.notYaml(file, 1, String.valueOf(e.getMessage()));
    }
  }

  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public String file() {
    return file;
  }

  Node node() {
    return node;
  }

  /** A mapping that holds no keys but these. */
  public Map<String, YamlNode> entries(Set<String> known) {
    var entries = entries();
    entries.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw FileNotUnderstood.keyUnknown(file, value.line(), key);
          }
        });
    return entries;
  }

  /** A mapping with any keys, in the order of the file. */
  public Map<String, YamlNode> entries() {
    if (!(node instanceof MappingNode mapping) || !Tag.MAP.equals(node.getTag())) {
      throw FileNotUnderstood.shape(file, line(), "mapping");
    }
    var entries = new LinkedHashMap<String, YamlNode>();
    for (var tuple : mapping.getValue()) {
      var key = new YamlNode(file, tuple.getKeyNode()).key();
      var value = new YamlNode(file, tuple.getValueNode());
      if (entries.put(key, value) != null) {
        throw FileNotUnderstood.keyDoubled(file, value.line(), key);
      }
    }
    return entries;
  }

  public List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence) || !Tag.SEQ.equals(node.getTag())) {
      throw FileNotUnderstood.shape(file, line(), "list");
    }
    var items = new ArrayList<YamlNode>();
    sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
    return items;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isNull() {
    return Tag.NULL.equals(node.getTag());
  }

  /** Whether it was written as true or false without quotes. */
  public boolean isFlag() {
    return Tag.BOOL.equals(node.getTag());
  }

  public boolean isNumber() {
    return Tag.INT.equals(node.getTag());
  }

  /** Text; a word that YAML reads as another type must stand in quotes. */
  public String text() {
    var scalar = scalar();
    if (!Tag.STR.equals(node.getTag())) {
      throw FileNotUnderstood.needsQuotes(file, line(), scalar);
    }
    return scalar;
  }

  /** A value as written: text, or a number in its plain decimal form. */
  public String value() {
    var scalar = scalar();
    if (Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag())) {
      if (!scalar.matches("0|[1-9]\\d*(\\.\\d+)?|0\\.\\d+")) {
        throw FileNotUnderstood.needsQuotes(file, line(), scalar);
      }
      return scalar;
    }
    return text();
  }

  /** A single value just as it was written, whatever YAML takes it for. */
  public String written() {
    return scalar();
  }

  public int number() {
    var scalar = scalar();
    if (!Tag.INT.equals(node.getTag()) || !scalar.matches("0|[1-9]\\d{0,8}")) {
      throw FileNotUnderstood.not("number", file, line(), scalar);
    }
    return Integer.parseInt(scalar);
  }

  /** Only {@code true} and {@code false} in full. */
  public boolean flag() {
    return switch (scalar()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw FileNotUnderstood.not("flag", file, line(), scalar());
    };
  }

  /** A day as 2025-09-01. */
  public LocalDate day() {
    var scalar = scalar();
    try {
      if (scalar.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(scalar);
      }
    } catch (DateTimeException e) {
      // Told below, with the line.
    }
    throw FileNotUnderstood.not("day", file, line(), scalar);
  }

  public <T> T as(Function<String, T> reading) {
    var text = value();
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(text);
    }
  }

  public FileNotUnderstood wrong(String what) {
    return FileNotUnderstood.wrong(file, line(), what);
  }

  /** The entry of a mapping that must be there. */
  public YamlNode required(Map<String, YamlNode> entries, String key) {
    @Nullable YamlNode value = entries.get(key);
    if (value == null) {
      throw FileNotUnderstood.keyMissing(file, line(), key);
    }
    return value;
  }

  static Optional<YamlNode> optional(Map<String, YamlNode> entries, String key) {
    return Optional.ofNullable(entries.get(key));
  }

  private String key() {
    if (!(node instanceof ScalarNode)) {
      throw FileNotUnderstood.shape(file, line(), "single");
    }
    return Tag.INT.equals(node.getTag()) ? scalar() : text();
  }

  private String scalar() {
    if (!(node instanceof ScalarNode scalar)) {
      throw FileNotUnderstood.shape(file, line(), "single");
    }
    return scalar.getValue();
  }
}

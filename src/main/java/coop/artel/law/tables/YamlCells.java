package coop.artel.law.tables;

import static java.util.stream.Collectors.joining;

import coop.artel.law.tables.CellKind.Wrong;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML file as the text of a cell, and the text of a cell as YAML in one line. */
final class YamlCells {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d*(\\.\\d+)?|0\\.\\d+");
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9.-]{0,80}");
  private static final String[] LANGUAGES = {"ru", "en", "own"};

  private YamlCells() {}

  /** In the form that {@link CellKind#read} gives, so that both can be compared. */
  static String show(CellKind kind, @Nullable Node node) {
    if (node == null) {
      return "";
    }
    return switch (kind) {
      case TEXT, VALUE, WHOLE, DAY, MOMENT, FLAG -> scalar(node).strip();
      case LIST -> scalars(node).collect(joining(", "));
      case PAIRS -> pairs(node);
      case WORDS -> words(node);
      case DATED_PAIRS ->
          YamlText.mappings(node).stream()
              .map(YamlText::entries)
              .map(it -> scalar(it.get("since")) + ": " + pairs(it.get("figures")))
              .collect(joining("\n"));
    };
  }

  private static String scalar(@Nullable Node node) {
    return node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())
        ? scalar.getValue()
        : "";
  }

  private static Stream<String> scalars(Node node) {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(YamlCells::scalar)
        : Stream.of();
  }

  private static String pairs(@Nullable Node node) {
    return node instanceof MappingNode mapping
        ? YamlText.entries(mapping).entrySet().stream()
            .map(it -> it.getKey() + " = " + scalar(it.getValue()))
            .collect(joining("; "))
        : "";
  }

  private static String words(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return scalars(node).collect(joining("\n"));
    }
    var lines = new ArrayList<String>();
    YamlText.entries(mapping)
        .forEach(
            (word, names) -> {
              var line = new StringBuilder(word);
              var said = names instanceof MappingNode of ? YamlText.entries(of) : null;
              for (var language : LANGUAGES) {
                if (said != null && said.containsKey(language)) {
                  line.append(" = ").append(scalar(said.get(language)));
                }
              }
              lines.add(line.toString());
            });
    return String.join("\n", lines);
  }

  /**
   * @param text as {@link CellKind#read} gives it
   * @param before what it takes the place of, whose quotation marks it takes over
   * @param flow whether it stands among others in one line
   */
  static String write(CellKind kind, String text, @Nullable Node before, boolean flow)
      throws Wrong {
    return switch (kind) {
      case DAY, FLAG, WHOLE -> text;
      case TEXT -> scalar(text, false, style(before), flow);
      case VALUE, MOMENT -> scalar(text, true, style(before), flow);
      case LIST -> list(text.split(",", -1));
      case PAIRS -> pairs(text);
      case WORDS -> words(text.split("\n", -1));
      case DATED_PAIRS -> dated(text);
    };
  }

  private static @Nullable ScalarStyle style(@Nullable Node before) {
    return before instanceof ScalarNode scalar ? scalar.getScalarStyle() : null;
  }

  private static String list(String[] words) {
    var written = new ArrayList<String>();
    for (var word : words) {
      written.add(scalar(word.strip(), false, null, true));
    }
    return "[" + String.join(", ", written) + "]";
  }

  private static String pairs(String text) throws Wrong {
    var written = new ArrayList<String>();
    for (var pair : text.split(";", -1)) {
      var sides = pair.split("=", 2);
      if (sides.length < 2 || !NAME.matcher(sides[0].strip()).matches()) {
        throw new Wrong("pairs");
      }
      written.add(sides[0].strip() + ": " + scalar(sides[1].strip(), true, null, true));
    }
    return "{" + String.join(", ", written) + "}";
  }

  private static String dated(String text) throws Wrong {
    var written = new ArrayList<String>();
    for (var line : text.split("\n", -1)) {
      var sides = line.split(":", 2);
      if (sides.length < 2 || !sides[0].matches("\\d{4}-\\d\\d-\\d\\d")) {
        throw new Wrong("dated-pairs");
      }
      written.add("{since: " + sides[0] + ", figures: " + pairs(sides[1].strip()) + "}");
    }
    return "[" + String.join(", ", written) + "]";
  }

  private static String words(String[] lines) throws Wrong {
    boolean named = Arrays.stream(lines).anyMatch(it -> it.contains(" = "));
    var written = new ArrayList<String>();
    for (var line : lines) {
      var parts = List.of(line.split(" = ", -1));
      if (!NAME.matcher(parts.get(0)).matches()
          || (named && (parts.size() < 3 || parts.size() > 4))) {
        throw new Wrong("words");
      }
      var names = new ArrayList<String>();
      for (int i = 1; i < parts.size(); i++) {
        names.add(LANGUAGES[i - 1] + ": " + quoted(parts.get(i)));
      }
      written.add(
          named
              ? parts.get(0) + ": {" + String.join(", ", names) + "}"
              : scalar(parts.get(0), false, null, true));
    }
    var all = String.join(", ", written);
    return named ? "{" + all + "}" : "[" + all + "]";
  }

  private static String scalar(
      String text, boolean numbers, @Nullable ScalarStyle style, boolean flow) {
    if (style == ScalarStyle.SINGLE_QUOTED) {
      return "'" + text.replace("'", "''") + "'";
    }
    return style != ScalarStyle.DOUBLE_QUOTED && isPlain(text, numbers, flow) ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Whether YAML reads it as the same text without quotation marks. */
  private static boolean isPlain(String text, boolean numbers, boolean flow) {
    if (numbers && NUMBER.matcher(text).matches()) {
      return true;
    }
    try {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Node root = yaml.compose(new StringReader(flow ? "{k: " + text + "}" : "k: " + text));
      return root instanceof MappingNode mapping
          && mapping.getValue().size() == 1
          && mapping.getValue().get(0).getValueNode() instanceof ScalarNode scalar
          && scalar.getAnchor() == null
          && scalar.isPlain()
          && Tag.STR.equals(scalar.getTag())
          && scalar.getValue().equals(text);
    } catch (YAMLException e) {
      return false;
    }
  }
}

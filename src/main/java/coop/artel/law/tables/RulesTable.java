package coop.artel.law.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sentences of all questions as a table: a line a sentence. Remarks and empty lines are in the
 * files only and stay there.
 */
final class RulesTable {
  static final List<Column> COLUMNS =
      List.of(
          new Column("question", CellKind.TEXT),
          new Column("rule", CellKind.TEXT),
          new Column("part", CellKind.TEXT),
          new Column("sentence", CellKind.TEXT),
          new Column("line", CellKind.WHOLE));

  private static final String HEAD = "head";
  private static final String CONDITION = "condition";
  private static final String CONSEQUENCE = "consequence";
  private static final Map<String, String> MARGIN =
      Map.of(HEAD, "", CONDITION, "    ", CONSEQUENCE, "    ");
  private static final Set<String> IF = Set.of("если", "if");
  private static final Set<String> THEN = Set.of("то", "then");
  private static final Set<String> END = Set.of("конец", "end");

  private final String country;
  private final SortedMap<String, String> files;

  /**
   * @param files rules by path
   */
  RulesTable(String country, SortedMap<String, String> files) {
    this.country = country;
    this.files = files;
  }

  /**
   * A sentence of a file.
   *
   * @param rule empty for what stands above all rules
   * @param line from 1
   */
  private record Sentence(String rule, String part, String text, int line) {}

  /**
   * A file's lines.
   *
   * @param anchors lines behind which the first sentence of a part stands, by rule and part
   * @param spans first and last line of each rule
   */
  private record Read(
      List<String> lines,
      List<Sentence> sentences,
      Map<List<String>, Integer> anchors,
      Map<String, int[]> spans) {}

  private static Read read(String text) {
    var read =
        new Read(
            new ArrayList<>(List.of(text.split("\n", -1))),
            new ArrayList<>(),
            new HashMap<>(),
            new LinkedHashMap<>());
    var rule = "";
    var part = HEAD;
    read.anchors.put(List.of("", HEAD), 0);
    for (int number = 1; number <= read.lines.size(); number++) {
      var line = read.lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      var name = line.replaceFirst("^(правило|rule) ", "");
      if (!name.equals(line)) {
        rule = name;
        part = HEAD;
        read.spans.put(rule, new int[] {number, number});
      } else if (IF.contains(line)) {
        part = CONDITION;
      } else if (THEN.contains(line)) {
        part = CONSEQUENCE;
      } else if (!END.contains(line)) {
        read.sentences.add(new Sentence(rule, part, line, number));
        continue;
      }
      read.anchors.put(List.of(rule, part), number);
      read.spans.computeIfAbsent(rule, it -> new int[] {1, 1})[1] = number;
    }
    return read;
  }

  List<Map<String, String>> lines() {
    var lines = new ArrayList<Map<String, String>>();
    files.forEach(
        (path, text) ->
            read(text)
                .sentences
                .forEach(
                    it ->
                        lines.add(
                            Map.of(
                                "question", question(path),
                                "rule", it.rule,
                                "part", it.part,
                                "sentence", it.text,
                                "line", Integer.toString(it.line)))));
    return lines;
  }

  /** The cells of the sentence, or of the rule, that stands at a line of a file. */
  static Map<String, String> at(String path, String text, int line) {
    var cells = new HashMap<>(Map.of("question", question(path)));
    for (var it : read(text).sentences) {
      if (it.line <= line) {
        cells.put("rule", it.rule);
        cells.put("sentence", it.text);
      }
    }
    return cells;
  }

  private static String question(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace(".dslr", "");
  }

  private String path(String question) {
    return "rules/%s/%s.dslr".formatted(country, question);
  }

  /** The files with what the lines say; a file without a sentence left is empty. */
  SortedMap<String, String> change(Lines lines) {
    var byPath = new TreeMap<String, List<Lines.Line>>();
    files.keySet().forEach(path -> byPath.put(path, new ArrayList<>()));
    for (var line : lines.all()) {
      var question = line.get("question");
      if (!question.matches("[a-z0-9-]{1,60}")) {
        lines.tell(line, "question", "question-unknown", question);
      } else if (!MARGIN.containsKey(line.get("part"))) {
        lines.tell(line, "part", "part-unknown", line.get("part"));
      } else if (line.get("sentence").isEmpty()) {
        lines.tell(line, "sentence", "empty");
      } else {
        byPath.computeIfAbsent(path(question), path -> new ArrayList<>()).add(line);
      }
    }
    var changed = new TreeMap<String, String>();
    byPath.forEach(
        (path, of) -> changed.put(path, change(files.getOrDefault(path, ""), of, lines)));
    return changed;
  }

  private static String change(String text, List<Lines.Line> wanted, Lines lines) {
    if (wanted.isEmpty()) {
      return "";
    }
    var read = read(text);
    var byNumber = new HashMap<Integer, Sentence>();
    read.sentences.forEach(it -> byNumber.put(it.line, it));
    var behind = new TreeMap<Integer, List<String>>();
    var added = new LinkedHashMap<String, List<Lines.Line>>();
    Map<List<String>, Integer> last = new HashMap<>(read.anchors);
    var kept = new LinkedHashSet<Integer>();
    var rules = new LinkedHashSet<String>();
    for (var line : wanted) {
      var rule = line.get("rule");
      var place = List.of(rule, line.get("part"));
      int number = line.get("line").isEmpty() ? 0 : Integer.parseInt(line.get("line"));
      var sentence = byNumber.get(number);
      rules.add(rule);
      if (number > 0 && sentence == null) {
        lines.tell(line, "line", "line-unknown", number);
      } else if (sentence != null
          && (!sentence.rule.equals(rule) || !sentence.part.equals(line.get("part")))) {
        lines.tell(line, "line", "line-elsewhere", number);
      } else if (sentence != null && !kept.add(number)) {
        lines.tell(line, "line", "line-twice", number);
      } else if (sentence != null) {
        if (!sentence.text.equals(line.get("sentence"))) {
          set(read, number, line);
        }
        last.put(place, number);
      } else if (last.containsKey(place)) {
        behind.computeIfAbsent(last.get(place), at -> new ArrayList<>()).add(written(line));
      } else {
        added.computeIfAbsent(rule, it -> new ArrayList<>()).add(line);
      }
    }
    return written(text, read, kept, rules, behind, added);
  }

  private static void set(Read read, int number, Lines.Line line) {
    var old = read.lines.get(number - 1);
    var indent = old.substring(0, old.length() - old.stripLeading().length());
    read.lines.set(number - 1, indent + line.get("sentence"));
  }

  private static String written(Lines.Line line) {
    return MARGIN.get(line.get("part")) + line.get("sentence");
  }

  private static String written(
      String text,
      Read read,
      Set<Integer> kept,
      Set<String> rules,
      Map<Integer, List<String>> behind,
      Map<String, List<Lines.Line>> added) {
    var gone = new LinkedHashSet<Integer>();
    read.sentences.forEach(it -> gone.add(it.line));
    gone.removeAll(kept);
    read.spans.forEach(
        (rule, span) -> {
          if (!rules.contains(rule)) {
            goes(read, span, gone);
          }
        });
    var lines = new ArrayList<>(behind.getOrDefault(0, List.of()));
    for (int number = 1; number <= read.lines.size(); number++) {
      if (!gone.contains(number)) {
        lines.add(read.lines.get(number - 1));
      }
      lines.addAll(behind.getOrDefault(number, List.of()));
    }
    boolean russian =
        text.isEmpty()
            ? isRussian(added)
            : read.lines.stream().anyMatch(END::contains) && read.lines.contains("конец");
    var changed = new StringBuilder(String.join("\n", lines));
    added.forEach((rule, of) -> changed.append(block(rule, of, russian)));
    return changed.toString();
  }

  private static boolean isRussian(Map<String, List<Lines.Line>> added) {
    return added.values().stream()
        .flatMap(List::stream)
        .anyMatch(it -> it.get("sentence").codePoints().anyMatch(c -> c >= 'а' && c <= 'я'));
  }

  /** A rule goes with the remark right above it and the empty line behind it. */
  private static void goes(Read read, int[] span, Set<Integer> gone) {
    int first = span[0];
    while (first > 1 && read.lines.get(first - 2).startsWith("#")) {
      first--;
    }
    int last = span[1];
    if (last < read.lines.size() && read.lines.get(last).isBlank()) {
      last++;
    }
    for (int number = first; number <= last; number++) {
      gone.add(number);
    }
  }

  private static String block(String rule, List<Lines.Line> of, boolean russian) {
    var block = new StringBuilder();
    if (!rule.isEmpty()) {
      block.append('\n').append(russian ? "правило " : "rule ").append(rule).append('\n');
    }
    part(HEAD, of, block);
    if (!rule.isEmpty()) {
      block.append(russian ? "если\n" : "if\n");
      part(CONDITION, of, block);
      block.append(russian ? "то\n" : "then\n");
      part(CONSEQUENCE, of, block);
      block.append(russian ? "конец\n" : "end\n");
    }
    return block.toString();
  }

  private static void part(String part, List<Lines.Line> of, StringBuilder block) {
    of.stream()
        .filter(it -> it.get("part").equals(part))
        .forEach(it -> block.append(written(it)).append('\n'));
  }
}

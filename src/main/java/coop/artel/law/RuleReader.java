package coop.artel.law;

import static coop.artel.law.Vocabulary.Section.CONDITION;
import static coop.artel.law.Vocabulary.Section.CONSEQUENCE;
import static coop.artel.law.Vocabulary.Section.KEYWORD;

import coop.artel.jurisdiction.Country;
import coop.artel.law.RuleNotUnderstood.Problem;
import coop.artel.law.Vocabulary.Spoken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of rules, line by line: each is a sentence of the vocabulary or it is refused. What
 * the machine gets is written here from the sentences' meanings and the values' types; Drools' own
 * expansion of the file must come to the same bytes.
 */
final class RuleReader {
  private static final int FILE = 64 * 1024;
  private static final int LINE = 400;
  private static final int RULES = 200;
  private static final int CONDITIONS = 10;
  private static final String FORM = "// legal form ";
  private static final String FOR = "// for the legal form ";

  private final Vocabulary vocabulary;
  private final Country country;

  RuleReader(Vocabulary vocabulary, Country country) {
    this.vocabulary = vocabulary;
    this.country = country;
  }

  /** A line that is neither empty nor a comment. */
  private record Line(int number, int indent, String text) {}

  /**
   * What a file holds.
   *
   * @param legalForms that its rules are for
   * @param drl what its head and its rules mean to the machine, written by us
   * @param source its lines as Drools is to expand them
   * @param places where each line of both was written
   */
  record Read(
      List<Rule> rules,
      Set<String> legalForms,
      String drl,
      String source,
      List<Places.Place> places) {}

  Read read(String file, String text) {
    if (text.length() > FILE) {
      throw new RuleNotUnderstood(Problem.TOO_LARGE, file, 1, Integer.toString(text.length()));
    }
    var lines = lines(file, text.replace("\r\n", "\n"));
    var rules = new ArrayList<Rule>();
    var ids = new HashSet<String>();
    var cursor = new Cursor(file, lines);
    var legalForms = legalForms(cursor);
    var drl = new StringBuilder(cursor.drl());
    while (cursor.hasNext()) {
      var rule = rule(cursor);
      if (!ids.add(rule.id())) {
        throw new RuleNotUnderstood(Problem.DOUBLED, file, rule.line(), rule.id());
      }
      rules.add(rule);
      drl.append(rule.drl());
      if (rules.size() > RULES) {
        throw new RuleNotUnderstood(Problem.TOO_LARGE, file, rule.line(), rule.id());
      }
    }
    var source = new StringBuilder();
    lines.forEach(line -> source.append(" ".repeat(line.indent)).append(line.text).append('\n'));
    var places = lines.stream().map(it -> new Places.Place(file, it.number, it.text)).toList();
    return new Read(List.copyOf(rules), legalForms, drl.toString(), source.toString(), places);
  }

  private Set<String> legalForms(Cursor cursor) {
    var forms = new LinkedHashSet<String>();
    while (cursor.hasNext() && cursor.saysNext(FORM)) {
      var line = cursor.line();
      var form = cursor.say(KEYWORD, FORM).written().substring(FORM.length());
      add(forms, form, cursor, line);
    }
    return forms;
  }

  private void add(Set<String> forms, String form, Cursor cursor, Line line) {
    boolean known = Rule.FORMS.contains(form) || country.legalForm(form).isPresent();
    if (!known || !forms.add(form)) {
      throw new RuleNotUnderstood(Problem.SENTENCE, cursor.file, line.number, line.text);
    }
  }

  private List<Line> lines(String file, String text) {
    var lines = new ArrayList<Line>();
    int number = 0;
    for (var raw : text.split("\n", -1)) {
      number++;
      var line = raw.stripTrailing();
      var said = line.stripLeading();
      refuseTricks(file, number, line, said);
      if (!said.isEmpty() && !said.startsWith("#")) {
        lines.add(new Line(number, line.length() - said.length(), said));
      }
    }
    return lines;
  }

  private static void refuseTricks(String file, int number, String line, String said) {
    if (line.length() > LINE) {
      throw new RuleNotUnderstood(Problem.TOO_LARGE, file, number, line.substring(0, 40));
    }
    if (line.indexOf('\\') >= 0) {
      throw new RuleNotUnderstood(Problem.BACKSLASH, file, number, said);
    }
    if (said.startsWith(">")) {
      throw new RuleNotUnderstood(Problem.PASSED_THROUGH, file, number, said);
    }
    if (!line.codePoints().allMatch(RuleReader::plain)) {
      throw new RuleNotUnderstood(Problem.CHARACTER, file, number, said);
    }
  }

  /**
   * Letters, marks and signs of one width; no control, no invisible one, no space but the space.
   */
  private static boolean plain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> character == ' ';
      default -> true;
    };
  }

  private Rule rule(Cursor cursor) {
    var first = cursor.line();
    var head = cursor.say(KEYWORD, "rule ");
    var id = head.values().getOrDefault("rule", "");
    var article = "";
    boolean last = false;
    var attributes = new HashSet<String>();
    var forms = new LinkedHashSet<String>();
    while (!cursor.saysNext("when")) {
      var line = cursor.line();
      if (cursor.saysNext(FOR)) {
        add(forms, cursor.say(KEYWORD, FOR).written().substring(FOR.length()), cursor, line);
        continue;
      }
      var attribute = cursor.say(KEYWORD, "");
      var target = attribute.sentence().target();
      if (!target.matches("(@law|date-effective |date-expires |salience ).*")
          || !attributes.add(target)) {
        throw cursor.refuseBefore(Problem.SENTENCE);
      }
      article = attribute.values().getOrDefault("article", article);
      last |= target.startsWith("salience ");
    }
    cursor.say(KEYWORD, "when");
    var conditions = new ArrayList<Spoken>();
    while (!cursor.saysNext("then")) {
      conditions.add(cursor.say(CONDITION, ""));
    }
    cursor.say(KEYWORD, "then");
    var consequence = cursor.say(CONSEQUENCE, "");
    cursor.say(KEYWORD, "end");
    var rule = rule(cursor, first, id, article, forms, conditions, consequence);
    check(rule, cursor, conditions);
    if (rule.answers() != last) {
      throw new RuleNotUnderstood(Problem.INCOMPLETE, cursor.file, rule.line(), rule.id());
    }
    return rule;
  }

  private static Rule rule(
      Cursor cursor,
      Line first,
      String id,
      String article,
      Set<String> forms,
      List<Spoken> conditions,
      Spoken consequence) {
    if (conditions.isEmpty() || conditions.size() > CONDITIONS) {
      throw new RuleNotUnderstood(Problem.INCOMPLETE, cursor.file, first.number, id);
    }
    Set<String> norms = new LinkedHashSet<>();
    for (var condition : conditions) {
      condition
          .values()
          .forEach(
              (type, value) -> {
                if (!type.equals("rule")) {
                  norms.add(value);
                }
              });
    }
    var last = conditions.get(conditions.size() - 1);
    boolean answers = consequence.sentence().target().startsWith("$matter.conclude");
    return new Rule(
        id,
        cursor.file,
        first.number,
        article,
        cursor.sentence(last),
        norms,
        forms,
        answers,
        cursor.drl());
  }

  private void check(Rule rule, Cursor cursor, List<Spoken> conditions) {
    int tested = 0;
    for (var condition : conditions) {
      tested += condition.sentence().target().contains("$answer") ? 1 : 0;
    }
    if (tested != (rule.answers() ? 0 : 1)) {
      throw new RuleNotUnderstood(Problem.INCOMPLETE, cursor.file, rule.line(), rule.id());
    }
    for (var norm : rule.norms()) {
      if (country.norm(norm).isEmpty()) {
        throw new RuleNotUnderstood(Problem.NORM_UNKNOWN, cursor.file, rule.line(), norm);
      }
    }
    if (rule.answers()) {
      return;
    }
    for (var citation : rule.article().split("; ", -1)) {
      if (!country.cites(citation)) {
        throw new RuleNotUnderstood(Problem.UNCITED, cursor.file, rule.line(), rule.id());
      }
    }
  }

  /** Walks over the lines of one file and writes what each means. */
  private final class Cursor {
    private final String file;
    private final List<Line> lines;
    private final StringBuilder drl = new StringBuilder();
    private int next;

    Cursor(String file, List<Line> lines) {
      this.file = file;
      this.lines = lines;
    }

    boolean hasNext() {
      return next < lines.size();
    }

    Line line() {
      if (!hasNext()) {
        var last = lines.get(lines.size() - 1);
        throw new RuleNotUnderstood(Problem.INCOMPLETE, file, last.number, last.text);
      }
      return lines.get(next);
    }

    /** Keywords stand at the margin, sentences do not. */
    Spoken say(Vocabulary.Section section, String beginning) {
      var line = line();
      var spoken =
          (line.indent == 0) == (section == KEYWORD)
              ? vocabulary.hear(section, line.text)
              : Optional.<Spoken>empty();
      if (spoken.isEmpty() || !spoken.get().sentence().target().startsWith(beginning)) {
        throw new RuleNotUnderstood(Problem.SENTENCE, file, line.number, line.text);
      }
      next++;
      drl.append(" ".repeat(line.indent)).append(spoken.get().written()).append('\n');
      return spoken.get();
    }

    boolean saysNext(String beginning) {
      var line = line();
      return line.indent == 0
          && vocabulary
              .hear(KEYWORD, line.text)
              .filter(spoken -> spoken.sentence().target().startsWith(beginning))
              .isPresent();
    }

    RuleNotUnderstood refuseBefore(Problem problem) {
      var line = lines.get(next - 1);
      return new RuleNotUnderstood(problem, file, line.number, line.text);
    }

    String sentence(Spoken spoken) {
      var text = spoken.sentence().text();
      for (var value : spoken.values().entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return text;
    }

    /** What was written since this was asked before. */
    String drl() {
      var written = drl.toString();
      drl.setLength(0);
      return written;
    }
  }
}

package coop.artel.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A file of rules as its lines stand there: keywords at the margin, sentences indented. */
final class RuleText {
  private RuleText() {}

  static RuleBook.Question read(String question, String file, String text, Edition edition) {
    var lines = text.replace("\r\n", "\n").split("\n", -1);
    var rules = new ArrayList<RuleBook.Sentences>();
    edition.rules(question).values().stream()
        .filter(rule -> !rule.answers())
        .sorted(Comparator.comparingInt(Rule::line))
        .forEach(rule -> rules.add(sentences(rule, lines)));
    return new RuleBook.Question(
        question,
        file,
        noteFrom(lines, 0),
        edition.legalForms(question),
        List.copyOf(rules),
        edition.id());
  }

  private static RuleBook.Sentences sentences(Rule rule, String[] lines) {
    var heads = new ArrayList<String>();
    var indented = new ArrayList<String>();
    for (int at = rule.line(); at < lines.length; at++) {
      var line = lines[at];
      if (line.isBlank()) {
        break;
      }
      if (line.startsWith(" ")) {
        indented.add(line.strip());
      } else if (indented.isEmpty()) {
        heads.add(line.strip());
      }
    }
    int last = indented.size() - 1;
    // The last head is the word that begins the conditions.
    return new RuleBook.Sentences(
        rule.id(),
        rule.line(),
        noteBefore(lines, rule.line() - 1),
        List.copyOf(heads.subList(0, heads.size() - 1)),
        List.copyOf(indented.subList(0, last)),
        indented.get(last),
        rule.article(),
        rule.norms());
  }

  private static String noteFrom(String[] lines, int at) {
    var note = new StringBuilder();
    for (int next = at; next < lines.length && lines[next].startsWith("#"); next++) {
      note.append(lines[next].substring(1).strip()).append(' ');
    }
    return note.toString().strip();
  }

  private static String noteBefore(String[] lines, int at) {
    int first = at;
    while (first > 0 && lines[first - 1].startsWith("#")) {
      first--;
    }
    return first == 0 ? "" : noteFrom(lines, first);
  }
}

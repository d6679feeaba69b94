package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.law.RuleNotUnderstood.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.drl.parser.lang.dsl.DefaultExpander;

/** Makes DRL of a country's rules, and lets none pass that the two ways do not agree on. */
final class QuestionCompiler {
  static final String ANSWER = "outcome";

  private final Vocabulary vocabulary;
  private final Country country;
  private final RuleReader reader;

  QuestionCompiler(Vocabulary vocabulary, Country country) {
    this.vocabulary = vocabulary;
    this.country = country;
    this.reader = new RuleReader(vocabulary, country);
  }

  /** A question's rules with those of the answer, as DRL and as what the gate made of it. */
  record Question(
      String name,
      Set<String> legalForms,
      SortedMap<String, Rule> rules,
      String drl,
      List<Guarded> guarded) {}

  Question compile(
      String question, String file, String text, String answerFile, String answerText) {
    var own = reader.read(file, text);
    var answers = reader.read(answerFile, answerText);
    var rules = new TreeMap<String, Rule>();
    for (var rule : own.rules()) {
      if (!rule.id().startsWith(question + ".") || rule.answers()) {
        throw new RuleNotUnderstood(Problem.INCOMPLETE, file, rule.line(), rule.id());
      }
      rules.put(rule.id(), rule);
    }
    if (rules.isEmpty() || own.legalForms().isEmpty()) {
      throw new RuleNotUnderstood(Problem.INCOMPLETE, file, 1, question);
    }
    for (var rule : answers.rules()) {
      if (!rule.id().startsWith(ANSWER + ".") || !rule.answers()) {
        throw new RuleNotUnderstood(Problem.INCOMPLETE, answerFile, rule.line(), rule.id());
      }
      rules.put(rule.id(), rule);
    }
    refuseUnknownConditions(file, own.rules());
    var prelude = prelude("rules.%s_.%s".formatted(country.id(), question.replace('-', '_')));
    var written = prelude + own.drl() + answers.drl();
    var places = new Places(file).skip(lines(prelude)).add(own.places()).add(answers.places());
    compare(places, written, prelude + own.source() + answers.source());
    var guarded =
        new DrlGuard(places, FactNames.of(question), country.norms().keySet()).check(written);
    return new Question(question, own.legalForms(), rules, written, guarded);
  }

  static String prelude(String packageName) {
    return """
    package %s;
    import coop.artel.law.sentences.Found;
    import coop.artel.law.sentences.Matter;
    """
        .formatted(packageName);
  }

  /** A condition built on must be one of this question that stands before. */
  private static void refuseUnknownConditions(String file, List<Rule> rules) {
    var known = new HashSet<String>();
    for (var rule : rules) {
      for (var line : rule.drl().lines().toList()) {
        var met = line.strip();
        if (met.startsWith("Found( rule == ")) {
          var id = met.substring(met.indexOf('"') + 1, met.lastIndexOf('"'));
          if (!known.contains(id)) {
            throw new RuleNotUnderstood(Problem.RULE_UNKNOWN, file, rule.line(), id);
          }
        }
      }
      known.add(rule.id());
    }
  }

  private static int lines(String text) {
    return (int) text.lines().count();
  }

  private void compare(Places places, String written, String source) {
    var expanded = expand(vocabulary, source);
    if (expanded.equals(written)) {
      return;
    }
    var ours = written.lines().toList();
    var theirs = expanded.lines().toList();
    int first = 0;
    while (first < Math.min(ours.size(), theirs.size())
        && ours.get(first).equals(theirs.get(first))) {
      first++;
    }
    var said = first < theirs.size() ? theirs.get(first).strip() : "";
    throw places.of(first + 1).refusal(Problem.EXPANSION, said);
  }

  /** Drools' way. */
  static String expand(Vocabulary vocabulary, String source) {
    var expander = new DefaultExpander();
    expander.addDSLMapping(vocabulary.mapping());
    return expander.expand(source).replace(System.lineSeparator(), "\n");
  }
}

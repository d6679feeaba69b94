package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.QuestionCompiler.Question;
import coop.artel.law.sentences.Matter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A country's rules with the files that they rest on, compiled. Its id is the SHA-256 of the list
 * of all these files: of each a line with the SHA-256 of its bytes, two spaces and its path, sorted
 * by path.
 */
final class Edition {
  private final String id;
  private final Country country;
  private final Map<String, Compiled> questions;
  private final boolean afresh;

  private record Compiled(Question question, RuleBase base, String text, QuestionMemory memory) {}

  private Edition(String id, Country country, Map<String, Compiled> questions, boolean afresh) {
    this.id = id;
    this.country = country;
    this.questions = questions;
    this.afresh = afresh;
  }

  /** Refused: {@link FileNotUnderstood}, {@link RuleNotUnderstood}. */
  static Edition compile(RuleFiles files) {
    var country = files.read();
    var vocabulary = files.vocabulary(country);
    var rules = files.rules();
    var words = Vocabulary.read(vocabulary.getKey(), vocabulary.getValue());
    var compiler = new QuestionCompiler(words, country);
    var answers = path(country, QuestionCompiler.ANSWER);
    var questions = new TreeMap<String, Compiled>();
    for (var name : FactNames.questions()) {
      var file = path(country, name);
      if (rules.containsKey(file)) {
        var question =
            compiler.compile(name, file, required(rules, file), answers, required(rules, answers));
        questions.put(
            name,
            new Compiled(
                question,
                RuleBase.of(file, question.guarded()),
                required(rules, file),
                new QuestionMemory(question.rules())));
      }
    }
    return new Edition(id(files, country), country, questions, false);
  }

  private static String required(Map<String, String> rules, String file) {
    @Nullable String text = rules.get(file);
    if (text == null) {
      throw FileNotUnderstood.fileMissing(file);
    }
    return text;
  }

  private static String path(Country country, String name) {
    return "rules/%s/%s.dslr".formatted(country.id(), name);
  }

  /** The id that the edition of these files has, without compiling it. */
  static String id(RuleFiles files) {
    return id(files, files.read());
  }

  private static String id(RuleFiles files, Country country) {
    SortedMap<String, String> digests = new TreeMap<>();
    country.digests().forEach((file, digest) -> digests.put("jurisdictions/" + file, digest));
    var vocabulary = files.vocabulary(country);
    digests.put(vocabulary.getKey(), RuleFiles.sha256(vocabulary.getValue()));
    files.rules().forEach((file, text) -> digests.put(file, RuleFiles.sha256(text)));
    var listing = new StringBuilder();
    digests.forEach(
        (file, digest) -> listing.append(digest).append("  ").append(file).append('\n'));
    return RuleFiles.sha256(listing.toString());
  }

  /** The same rules over figures that a lawyer has verified. */
  Edition verified(Set<String> subjects, Set<String> demonstrated) {
    return subjects.isEmpty()
        ? this
        : new Edition(id, country.verified(subjects, demonstrated), questions, afresh);
  }

  /** The same, whose every asking has a new session of the engine. */
  Edition afresh() {
    return new Edition(id, country, questions, true);
  }

  String id() {
    return id;
  }

  Country country() {
    return country;
  }

  /** The rules of a question by id, those of the answer among them. */
  SortedMap<String, Rule> rules(String question) {
    return compiled(question).question().rules();
  }

  QuestionMemory memory(String question) {
    return compiled(question).memory();
  }

  /** Questions that it has rules on, by name. */
  List<String> questions() {
    return List.copyOf(questions.keySet());
  }

  /** The path of a question's rules. */
  String file(String question) {
    return path(country, question);
  }

  /** A question's rules as they were written. */
  String text(String question) {
    return compiled(question).text();
  }

  Set<String> legalForms(String question) {
    return compiled(question).question().legalForms();
  }

  /** Whether it has rules at all. */
  boolean decides() {
    return !questions.isEmpty();
  }

  /** Whether it has rules on a question. */
  boolean answers(String question) {
    return questions.containsKey(question);
  }

  /** Whether its rules on a question were written for a legal form. */
  boolean covers(String question, String legalForm) {
    var forms = compiled(question).question().legalForms();
    return forms.contains(legalForm) || forms.contains(Norm.ANY_FORM);
  }

  /** Has the rules of a question look at a matter, as they are on a day. */
  void judge(String question, Matter matter, LocalDate day) {
    var base = compiled(question).base();
    if (afresh) {
      base.judgeAfresh(matter, day);
    } else {
      base.judge(matter, day);
    }
  }

  private Compiled compiled(String question) {
    var compiled = questions.get(question);
    if (compiled == null) {
      throw new IllegalStateException("%s has no rules on %s".formatted(country.id(), question));
    }
    return compiled;
  }
}

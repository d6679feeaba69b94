package coop.artel.desk.rules;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Country;
import coop.artel.law.Outcome;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleBook;
import java.util.Arrays;
import java.util.List;

/**
 * What the editor of a draft proposes, in rules and in cases.
 *
 * @param sentences with their sections and kinds of value, as in the vocabulary
 * @param codes of what may be missing
 */
record DraftWords(
    List<RuleBench.Sentence> sentences,
    List<Norm> norms,
    List<String> rules,
    List<String> codes,
    List<String> articles,
    List<Named> forms,
    List<Named> outcomes,
    List<Question> questions) {
  /** A norm with its figures. */
  record Norm(String key, String name, String value) {}

  /** A word of the files with what it is called. */
  record Named(String id, String name) {}

  record Question(String id, String name, List<Fact> facts) {}

  /**
   * A fact of a question.
   *
   * @param form of the values: {@code flag}, {@code perhaps}, {@code day}, …
   * @param words that it may be; empty where any are
   */
  record Fact(String id, String name, String form, List<String> words) {}

  static DraftWords of(RuleBench.Words words, Wording wording) {
    var country = words.country();
    return new DraftWords(
        words.sentences(),
        words.norms().entrySet().stream()
            .map(it -> new Norm(it.getKey(), norm(country, it.getKey(), wording), it.getValue()))
            .toList(),
        List.copyOf(words.rules()),
        List.copyOf(words.codes()),
        words.articles(),
        country.legalForms().values().stream()
            .map(it -> new Named(it.id(), it.name().in(wording.locale())))
            .toList(),
        Arrays.stream(Outcome.values())
            .map(it -> new Named(it.id(), wording.say("decision." + it.id())))
            .toList(),
        words.facts().entrySet().stream()
            .map(it -> question(it.getKey(), it.getValue(), wording))
            .toList());
  }

  private static String norm(Country country, String key, Wording wording) {
    var name = NormViews.name(country, key, wording);
    return name.equals(key) ? "" : name;
  }

  private static Question question(String id, List<RuleBench.Fact> facts, Wording wording) {
    return new Question(
        id, RuleViews.words(id, wording), facts.stream().map(it -> fact(it, wording)).toList());
  }

  private static Fact fact(RuleBench.Fact it, Wording wording) {
    boolean flag = it.kind() == RuleBook.Kind.FLAG || it.kind() == RuleBook.Kind.PERHAPS;
    return new Fact(
        it.name(),
        wording.sayOr("fact." + it.name(), it.name()),
        wording.say("drafts.fact." + it.kind().id()),
        flag ? List.of("true", "false") : List.copyOf(it.words()));
  }
}

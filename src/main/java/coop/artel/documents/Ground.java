package coop.artel.documents;

import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.law.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A condition of the law as it was found, in the lawyer's own sentence.
 *
 * @param rule id of the rule
 * @param article as cited
 * @param norm the norm's value with its unit, empty if the condition names none
 * @param held whether the condition is met
 */
public record Ground(String rule, String sentence, String article, String norm, boolean held) {
  private static Ground of(Finding finding, Explanations words, Locale language) {
    String norm = finding.normValue();
    return new Ground(
        finding.rule(),
        words.sentence(finding, language),
        words.article(finding, language),
        norm == null ? "" : words.figure(norm, language),
        finding.held());
  }

  /** Everything that a decision of the law found, by rule, in the document's language. */
  public static List<Ground> of(Decision decision, Explanations words, Locale language) {
    return decision.findings().stream().map(finding -> of(finding, words, language)).toList();
  }

  /** Only what was not met: the reasons of a refusal. */
  public static List<Ground> unmet(Decision decision, Explanations words, Locale language) {
    return of(decision, words, language).stream().filter(ground -> !ground.held()).toList();
  }

  Map<String, Object> asMap() {
    return Map.of(
        "rule", rule, "sentence", sentence, "article", article, "norm", norm, "held", held);
  }

  static List<Map<String, Object>> asMaps(List<Ground> grounds) {
    return grounds.stream().map(Ground::asMap).toList();
  }
}

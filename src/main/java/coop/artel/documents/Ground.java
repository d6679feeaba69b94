package coop.artel.documents;

import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.law.Finding;
import coop.artel.law.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A condition of the law as it was found, in the lawyer's own sentence.
 *
 * @param rule id of the rule
 * @param article as cited
 * @param norm the norm's value with its unit, empty if the condition names none or several
 * @param held whether the law itself found the condition met
 * @param basis where the figure stands: the charter's paragraph with what the law says, or the
 *     article
 * @param judged a person answered what the law left open
 * @param allowed what that person answered
 * @param boundsOpen it is not established what the law leaves the charter here; a document says so
 *     once for all its grounds
 */
public record Ground(
    String rule,
    String sentence,
    String article,
    String norm,
    boolean held,
    String basis,
    boolean judged,
    boolean allowed,
    boolean boundsOpen) {
  /** As the law itself found it. */
  public Ground(
      String rule, String sentence, String article, String norm, boolean held, String basis) {
    this(rule, sentence, article, norm, held, basis, false, false, false);
  }

  private static Ground of(Finding finding, Explanations words, Locale language) {
    boolean judged = finding.judgement() != null;
    return new Ground(
        finding.rule(),
        words.sentence(finding, language),
        finding.article(),
        words.values(finding, language),
        finding.held(),
        words.grounds(finding, language),
        judged,
        judged && finding.passes(),
        words.boundsOpen(finding));
  }

  /** Everything that a decision of the law found, by rule, in the document's language. */
  public static List<Ground> of(Decision decision, Explanations words, Locale language) {
    return decision.findings().stream().map(finding -> of(finding, words, language)).toList();
  }

  /**
   * The reasons of a refusal: what was not met, and what a person did not allow. Of a decision that
   * the law left open and nobody asked again, that is all that it left open.
   */
  public static List<Ground> unmet(Decision decision, Explanations words, Locale language) {
    return decision.outcome() == Outcome.HUMAN
        ? of(decision, words, language).stream()
            .filter(ground -> decision.reasons().contains(ground.rule()))
            .map(Ground::notAllowed)
            .toList()
        : of(decision, words, language).stream().filter(ground -> !ground.passes()).toList();
  }

  private Ground notAllowed() {
    return new Ground(rule, sentence, article, norm, held, basis, true, false, boundsOpen);
  }

  private boolean passes() {
    return judged ? allowed : held;
  }

  Map<String, Object> asMap() {
    return Map.of(
        "rule", rule,
        "sentence", sentence,
        "article", article,
        "norm", norm,
        "held", held,
        "basis", basis,
        "judged", judged,
        "allowed", allowed);
  }

  /** Whether a document with these grounds has that to say. */
  static boolean boundsOpen(List<Ground> grounds) {
    return grounds.stream().anyMatch(Ground::boundsOpen);
  }

  static List<Map<String, Object>> asMaps(List<Ground> grounds) {
    return grounds.stream().map(Ground::asMap).toList();
  }
}

package coop.artel.desk.frame;

import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.law.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says to a program what the law has against something. */
@Component
class Prohibitions {
  private final Explanations words;

  Prohibitions(Explanations words) {
    this.words = words;
  }

  /** A condition that does not hold, in words, with the article or the charter's paragraph. */
  record Reason(String rule, String article, String sentence) {}

  /**
   * What the law was asked and answered.
   *
   * @param outcome {@code refused} or {@code missing}
   * @param missing what is, as codes
   * @param digest of the decision, which is not kept
   */
  record Prohibition(
      String question,
      String outcome,
      LocalDate referenceDate,
      List<String> missing,
      List<Reason> reasons,
      String edition,
      String digest) {}

  Prohibition of(Decision decision, Locale locale) {
    return new Prohibition(
        decision.question(),
        decision.outcome().id(),
        decision.referenceDate(),
        decision.missing(),
        decision.findings().stream()
            .filter(finding -> decision.reasons().contains(finding.rule()))
            .map(finding -> reason(finding, locale))
            .toList(),
        decision.edition(),
        decision.digest());
  }

  private Reason reason(Finding finding, Locale locale) {
    return new Reason(
        finding.rule(), words.basis(finding, locale), words.sentence(finding, locale));
  }
}

package coop.artel.law;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every rule that finds something cites articles that the country's acts have. */
@Component
@Order(2)
class RulesCited implements EditionCheck {
  @Override
  public List<EditionFault> faults(Candidate candidate) {
    var edition = candidate.edition();
    return edition.questions().stream()
        .flatMap(
            question ->
                edition.rules(question).values().stream()
                    .filter(rule -> !rule.answers() && !isCited(rule, edition))
                    .map(rule -> EditionFault.at("rule-uncited", question, rule.id())))
        .toList();
  }

  private static boolean isCited(Rule rule, Edition edition) {
    return !rule.article().isBlank()
        && Stream.of(rule.article().split("; ")).allMatch(edition.country()::cites);
  }
}

package coop.artel.law;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every case that lawyers wrote down comes out as they wrote. */
@Component
@Order(1)
class CasesGreen implements EditionCheck {
  @Override
  public List<EditionFault> faults(Candidate candidate) {
    return CasesOf.read(candidate.files()).stream()
        .flatMap(it -> fault(it, candidate.edition()).stream())
        .toList();
  }

  private static Optional<EditionFault> fault(Case one, Edition edition) {
    var question = one.facts().question();
    try {
      return isGreen(one, edition)
          ? Optional.empty()
          : Optional.of(EditionFault.at("case-red", question, one.id(), one.name()));
    } catch (RulesDoNotEnd endless) {
      return Optional.of(EditionFault.at("case-endless", question, one.id()));
    }
  }

  /** A case on a question without rules has nothing that could come out. */
  private static boolean isGreen(Case one, Edition edition) {
    return edition.answers(one.facts().question()) && one.expects(one.ask(edition, true));
  }
}

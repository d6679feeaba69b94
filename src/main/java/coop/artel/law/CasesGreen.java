package coop.artel.law;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every case that lawyers wrote down comes out as they wrote. */
@Component
@Order(1)
class CasesGreen implements EditionCheck {
  @Override
  public List<EditionFault> faults(Candidate candidate) {
    return CasesOf.read(candidate.files()).stream()
        .filter(it -> !isGreen(it, candidate.edition()))
        .map(it -> EditionFault.at("case-red", it.facts().question(), it.id(), it.name()))
        .toList();
  }

  /** A case on a question without rules has nothing that could come out. */
  private static boolean isGreen(Case one, Edition edition) {
    return edition.answers(one.facts().question()) && one.expects(one.ask(edition, true));
  }
}

package coop.artel.law;

import coop.artel.values.UseCase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Running cases that ask under an edition which is not in force any more, and their way out. */
@UseCase
public class CaseMoves {
  private final CaseEditions pins;
  private final Editions editions;
  private final DecisionStore decisions;
  private final Law law;

  CaseMoves(CaseEditions pins, Editions editions, DecisionStore decisions, Law law) {
    this.pins = pins;
    this.editions = editions;
    this.decisions = decisions;
    this.law = law;
  }

  /**
   * What moving would mean for a question of a case.
   *
   * @param from digest of all files that it is asked under
   * @param to digest of all files in force
   * @param then what was decided last under the former; empty where nothing was
   * @param now what the same facts would come to under the latter; empty where they cannot be asked
   */
  public record Step(
      String question,
      String from,
      String fromEdition,
      String to,
      String toEdition,
      Optional<Outcome> then,
      Optional<Outcome> now) {
    /** What was decided would be decided otherwise, as far as that is known. */
    public boolean otherwise() {
      return now.isPresent() && !now.equals(then);
    }
  }

  /** By case; only of cases that have a question under an edition which is not in force. */
  public Map<String, List<Step>> steps(String country, Collection<String> cases) {
    return pins.older(country, cases).stream()
        .collect(
            Collectors.groupingBy(
                CaseEditions.Pin::caseId,
                TreeMap::new,
                Collectors.mapping(pin -> step(country, pin), Collectors.toList())));
  }

  private Step step(String country, CaseEditions.Pin pin) {
    var to = editions.currentSet(country);
    var then = decisions.newest(pin.caseId(), pin.question());
    return new Step(
        pin.question(),
        pin.fileSet(),
        editions.of(pin.fileSet()).id(),
        to,
        editions.of(to).id(),
        then.map(Decision::outcome),
        then.flatMap(it -> under(it, to)).map(Decision::outcome));
  }

  /** The facts of a decision asked again, with the charter and the figures of today. */
  private Optional<Decision> under(Decision then, String fileSet) {
    if (!editions.of(fileSet).answers(then.question())) {
      return Optional.empty();
    }
    return StoredFacts.read(then.question(), decisions.facts(then.id()))
        .map(facts -> law.foreseeUnder(facts, then.cooperative(), then.referenceDate(), fileSet));
  }

  /** From now on the case asks these questions under what is in force. */
  public void move(String country, String caseId) {
    var to = editions.currentSet(country);
    pins.older(country, List.of(caseId)).forEach(pin -> pins.move(pin, country, to));
  }
}

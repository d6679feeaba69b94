package coop.artel.law;

import coop.artel.law.EditionDifference.FigureChange;
import coop.artel.law.EditionDifference.Kind;
import coop.artel.law.EditionDifference.RuleChange;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions to which a change of a country's files may mean another answer. */
final class Touched {
  /** Cases decide nothing, and neither does what an act is called. */
  private static final Set<Kind> TELLING = Set.of(Kind.CASE, Kind.ACT);

  private Touched() {}

  /**
   * @param edition of the files as they are to be
   */
  static Set<String> questions(RuleFiles before, RuleFiles after, Edition edition) {
    var difference = EditionDifference.between(before, after);
    return touchesAll(difference, edition)
        ? new TreeSet<>(edition.questions())
        : some(difference, edition);
  }

  /** Words, days and the rules of the answer are everybody's. */
  private static boolean touchesAll(EditionDifference difference, Edition edition) {
    return difference.files().stream().anyMatch(it -> !it.remarks())
        || difference.rules().stream().anyMatch(it -> isOfAll(it, edition))
        || difference.entries().stream()
            .anyMatch(it -> it.kind() != Kind.NORM && !TELLING.contains(it.kind()));
  }

  /** A file whose question is gone may have been everybody's. */
  private static boolean isOfAll(RuleChange it, Edition edition) {
    return !edition.answers(it.question());
  }

  private static Set<String> some(EditionDifference difference, Edition edition) {
    var norms =
        Stream.concat(
                difference.figures().stream().map(FigureChange::norm),
                difference.entries().stream()
                    .filter(it -> it.kind() == Kind.NORM)
                    .map(EditionDifference.EntryChange::id))
            .collect(Collectors.toSet());
    var touched =
        difference.rules().stream()
            .map(RuleChange::question)
            .collect(Collectors.toCollection(TreeSet::new));
    edition.questions().stream()
        .filter(it -> edition.rules(it).values().stream().anyMatch(rule -> names(rule, norms)))
        .forEach(touched::add);
    return touched;
  }

  private static boolean names(Rule rule, Set<String> norms) {
    return rule.norms().stream().anyMatch(norms::contains);
  }
}

package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.Norm;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The conditions of a question that bind a legal form, each with what it asks.
 *
 * @param rules sorted by id
 */
record InForce(Country country, String legalForm, List<Guarded> rules) {
  /** Those of any day. */
  static InForce ever(Edition edition, String question, String legalForm) {
    var binding =
        edition.rules(question).values().stream()
            .filter(it -> it.isFor(legalForm))
            .map(Rule::id)
            .collect(Collectors.toSet());
    var conditions =
        edition.covers(question, legalForm)
            ? edition.guarded(question).stream()
                .filter(it -> it.consequence() instanceof Guarded.Find)
                .filter(it -> binding.contains(it.name()))
                .sorted(Comparator.comparing(Guarded::name))
                .toList()
            : List.<Guarded>of();
    return new InForce(edition.country(), legalForm, conditions);
  }

  /** Those in force on a day. */
  InForce on(LocalDate day) {
    return new InForce(
        country, legalForm, rules.stream().filter(it -> isInForce(it, day)).toList());
  }

  private static boolean isInForce(Guarded rule, LocalDate day) {
    var effective = rule.effective();
    var expires = rule.expires();
    return (effective == null || !day.isBefore(effective))
        && (expires == null || day.isBefore(expires));
  }

  /** The days on which a rule begins or ends, or a figure that a rule names becomes another. */
  SortedSet<LocalDate> turns() {
    var turns = new TreeSet<LocalDate>();
    for (var rule : rules) {
      Stream.of(Optional.ofNullable(rule.effective()), Optional.ofNullable(rule.expires()))
          .flatMap(Optional::stream)
          .forEach(turns::add);
      asked(rule).arguments().forEach(it -> turns.addAll(turns(it)));
    }
    return turns;
  }

  /** The first days of a norm's figures; none where the name is a fact's. */
  SortedSet<LocalDate> turns(String name) {
    var turns = new TreeSet<LocalDate>();
    country
        .norm(name)
        .map(Norm::byLegalForm)
        .map(forms -> forms.getOrDefault(legalForm, forms.get(Norm.ANY_FORM)))
        .ifPresent(figures -> turns.addAll(figures.byFirstDay().keySet()));
    turns.remove(LocalDate.MIN);
    return turns;
  }

  static Guarded.Asked asked(Guarded rule) {
    return rule.conditions().stream()
        .filter(Guarded.Asked.class::isInstance)
        .map(Guarded.Asked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The rules that must have held before this one is asked. */
  static List<String> builtOn(Guarded rule) {
    return rule.conditions().stream()
        .filter(Guarded.Findings.class::isInstance)
        .flatMap(it -> ((Guarded.Findings) it).tests().stream())
        .map(Guarded.Test::rule)
        .filter(it -> !it.isEmpty())
        .toList();
  }
}

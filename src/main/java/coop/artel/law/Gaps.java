package coop.artel.law;

import coop.artel.law.Cells.Dimension;
import coop.artel.law.Cells.Picture;
import coop.artel.law.Cells.Seen;
import coop.artel.law.GapReport.Way;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the cells of a question for one legal form on one day. Each fact is cut where the
 * rules can change their answer ({@link Cuts}), the rules in force look at every cell, and what
 * they found is told as {@link GapReport} defines it.
 *
 * <p>A condition with what its failure leads to is all that a rule here is, so two rules contradict
 * each other where their conditions exclude each other or where one failure has two ends; the rules
 * of the answer contradict each other where two answer at once or one grants against a condition.
 */
final class Gaps {
  private static final int MOST = 100_000;

  private final Edition edition;
  private final String question;
  private final String legalForm;
  private final LocalDate day;
  private final int most;
  private final InForce ever;
  private final InForce inForce;
  private final Cuts.Cut cut;
  private final Cells cells;
  private final List<String> components;
  private final GapFindings findings;
  private long looked;

  private Gaps(Edition edition, String question, Ground ground, LocalDate day, int most) {
    this.edition = edition;
    this.question = question;
    this.legalForm = ground.legalForm();
    this.day = day;
    this.most = most;
    var country = edition.country();
    var idle = new Values(question, day, country.currency()).idle();
    var facts = FactNames.facts(question, idle.toArray());
    var norms = ground.about(facts, day, country).norms(country);
    ever = InForce.ever(edition, question, legalForm);
    inForce = ever.on(day);
    cut = Cuts.of(question, inForce, norms, day);
    var rules = inForce.rules().stream().map(Guarded::name).toList();
    cells = new Cells(edition, question, legalForm, day, norms, rules, cut);
    components =
        Arrays.stream(FactNames.kind(question).getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    findings = new GapFindings(question, legalForm, rules, cut.factsOf());
  }

  static GapReport of(Edition edition, String question, Ground ground, LocalDate day) {
    return of(edition, question, ground, day, MOST);
  }

  /**
   * @param most how many cells are gone through at once
   */
  static GapReport of(Edition edition, String question, Ground ground, LocalDate day, int most) {
    var verified = edition.verified(edition.country().verifiable(), Set.of());
    return new Gaps(verified, question, ground, day, most).report();
  }

  private GapReport report() {
    long all = product(sizes(cut.axes()));
    var apart = new TreeSet<String>();
    var way = all <= most ? Way.EACH : Way.BY_PARTS;
    if (way == Way.EACH) {
      findings.addAll(walk(cut.axes().stream().map(this::dimension).toList()));
    } else if (!byParts(apart)) {
      way = Way.NOT_WHOLE;
    }
    var unread = new ArrayList<>(components);
    cut.axes().forEach(axis -> unread.remove(axis.fact()));
    findings.addUnread(unread);
    return new GapReport(
        question,
        legalForm,
        day,
        edition.id(),
        cut.axes().stream()
            .map(
                it ->
                    new GapReport.Cut(
                        it.fact(), it.values().stream().map(FactFields::text).toList()))
            .toList(),
        all,
        way,
        looked,
        List.copyOf(apart),
        List.copyOf(ever.turns()),
        findings.told());
  }

  private Map<Picture, Seen> walk(List<Dimension> dimensions) {
    looked += product(dimensions.stream().map(it -> it.options().size()).toList());
    return cells.walk(dimensions);
  }

  /**
   * In parts that no rule looks at together, each part's findings hang on its own facts alone. So
   * of all cells of a part in which they are the same one may stand for the others.
   *
   * @param apart gathers the facts of parts that are too large
   * @return whether the question as a whole was gone through
   */
  private boolean byParts(Set<String> apart) {
    var wholes = new ArrayList<Dimension>();
    var parts = new ArrayList<Runnable>();
    for (var part : parts()) {
      var axes = cut.axes().stream().filter(it -> part.contains(it.fact())).toList();
      if (product(sizes(axes)) > most) {
        apart.addAll(part);
      } else {
        var seen = walk(axes.stream().map(this::dimension).toList());
        wholes.add(dimension(axes, seen.values()));
        parts.add(() -> findings.addOf(part, seen));
      }
    }
    boolean whole =
        apart.isEmpty() && product(wholes.stream().map(it -> it.options().size()).toList()) <= most;
    if (whole) {
      findings.addAll(walk(wholes));
    } else {
      parts.forEach(Runnable::run);
    }
    return whole;
  }

  /** Facts that rules look at together, or rules that build on one another. */
  private List<Set<String>> parts() {
    var parts = new ArrayList<Set<String>>();
    for (var rule : inForce.rules()) {
      var facts = new TreeSet<>(cut.factsOf().getOrDefault(rule.name(), Set.of()));
      for (var other : InForce.builtOn(rule)) {
        facts.addAll(cut.factsOf().getOrDefault(other, Set.of()));
      }
      var touched = parts.stream().filter(part -> !Collections.disjoint(part, facts)).toList();
      parts.removeAll(touched);
      touched.forEach(facts::addAll);
      parts.add(facts);
    }
    return parts;
  }

  private Dimension dimension(Axis axis) {
    return new Dimension(
        List.of(components.indexOf(axis.fact())),
        axis.values().stream().map(Collections::singletonList).toList());
  }

  private Dimension dimension(List<Axis> axes, Collection<Seen> seen) {
    var places = axes.stream().map(it -> components.indexOf(it.fact())).toList();
    return new Dimension(places, seen.stream().map(it -> at(places, it.first())).toList());
  }

  private static List<@Nullable Object> at(List<Integer> places, List<@Nullable Object> values) {
    var those = new ArrayList<@Nullable Object>();
    places.forEach(place -> those.add(values.get(place)));
    return those;
  }

  private static List<Integer> sizes(List<Axis> axes) {
    return axes.stream().map(it -> it.values().size()).toList();
  }

  /** The largest number where it is larger than all numbers. */
  private static long product(List<Integer> sizes) {
    long product = 1;
    for (int size : sizes) {
      product = product > Long.MAX_VALUE / size ? Long.MAX_VALUE : product * size;
    }
    return product;
  }
}

package coop.artel.law;

import coop.artel.law.Cells.Mark;
import coop.artel.law.Cells.Picture;
import coop.artel.law.Cells.Seen;
import coop.artel.law.Cells.State;
import coop.artel.law.GapReport.Found;
import coop.artel.law.GapReport.Kind;
import coop.artel.values.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Tells from what the rules found in the cells of a question what may be wrong with them. */
final class GapFindings {
  private final String question;
  private final String legalForm;
  private final List<String> rules;
  private final Map<String, Set<String>> factsOf;
  private final List<Found> told = new ArrayList<>();

  /**
   * @param rules in the order of the marks of a picture
   * @param factsOf the facts that each looks at
   */
  GapFindings(
      String question, String legalForm, List<String> rules, Map<String, Set<String>> factsOf) {
    this.question = question;
    this.legalForm = legalForm;
    this.rules = rules;
    this.factsOf = factsOf;
  }

  /** Contradictions first. */
  List<Found> told() {
    return told.stream()
        .sorted(
            Comparator.comparing((Found it) -> !it.kind().contradiction())
                .thenComparing(Found::kind)
                .thenComparing(it -> it.rules().toString())
                .thenComparing(Found::id))
        .toList();
  }

  void addUnread(List<String> facts) {
    if (!facts.isEmpty()) {
      add(Kind.FACT_UNREAD, Set.of(), facts, Set.of(), Optional.empty());
    }
  }

  /** Of cells in which only these facts differ. */
  void addOf(Set<String> facts, Map<Picture, Seen> pictures) {
    var those =
        IntStream.range(0, rules.size())
            .filter(it -> facts.containsAll(facts(it)))
            .boxed()
            .toList();
    those.forEach(rule -> add(rule, pictures));
    for (var one : those) {
      for (var other : those) {
        if (one < other && !Collections.disjoint(facts(one), facts(other))) {
          add(one, other, pictures);
        }
      }
    }
  }

  /** Of all cells of the question. */
  void addAll(Map<Picture, Seen> pictures) {
    var facts = new TreeSet<String>();
    factsOf.values().forEach(facts::addAll);
    addOf(facts, pictures);
    addAnswers(pictures);
    for (int i = 0; i < rules.size(); i++) {
      addNeverDecides(i, pictures);
    }
  }

  private Set<String> facts(int rule) {
    return factsOf.getOrDefault(rules.get(rule), Set.of());
  }

  private void add(int rule, Map<Picture, Seen> pictures) {
    var states = EnumSet.noneOf(State.class);
    pictures.keySet().forEach(it -> states.add(it.of(rule).state()));
    states.remove(State.NOT_ASKED);
    if (states.isEmpty()) {
      add(Kind.NEVER_ASKED, rule, Optional.empty());
    } else if (states.contains(State.NO_FIGURE)) {
      add(Kind.NO_FIGURE, rule, best(pictures, it -> it.of(rule).state() == State.NO_FIGURE));
    } else if (!states.contains(State.HELD)) {
      add(Kind.NEVER_MET, rule, best(pictures, it -> it.of(rule).asked()));
    } else if (states.equals(EnumSet.of(State.HELD))) {
      add(Kind.NEVER_FAILS, rule, best(pictures, it -> it.of(rule).held()));
    }
  }

  private void add(int one, int other, Map<Picture, Seen> pictures) {
    var together =
        pictures.keySet().stream()
            .filter(it -> it.of(one).asked() && it.of(other).asked())
            .toList();
    boolean each =
        together.stream().anyMatch(it -> it.of(one).held())
            && together.stream().anyMatch(it -> it.of(other).held());
    boolean both = together.stream().anyMatch(it -> it.of(one).held() && it.of(other).held());
    if (each && !both) {
      add(
          Kind.EXCLUDE_EACH_OTHER,
          Set.of(one, other),
          best(pictures, it -> it.of(one).held() && it.of(other).asked()));
    } else if (haveTwoEnds(one, other, together)) {
      add(
          Kind.SAME_WITH_TWO_ENDS,
          Set.of(one, other),
          best(pictures, it -> it.of(one).lead() != it.of(other).lead()));
    }
  }

  private static boolean haveTwoEnds(int one, int other, List<Picture> together) {
    boolean same = together.stream().allMatch(it -> it.of(one).state() == it.of(other).state());
    return same
        && together.stream()
            .filter(it -> it.of(one).state() == State.FAILED)
            .anyMatch(it -> it.of(one).lead() != it.of(other).lead());
  }

  private void addAnswers(Map<Picture, Seen> pictures) {
    best(pictures, it -> it.outcomes().isEmpty())
        .ifPresent(it -> add(Kind.NO_ANSWER, Set.of(), Optional.of(it)));
    best(pictures, it -> it.answers(Outcome.GRANTED) && it.marks().stream().noneMatch(Mark::bears))
        .ifPresent(it -> add(Kind.GRANTED_ON_NOTHING, Set.of(), Optional.of(it)));
    var twice = new TreeMap<Set<Outcome>, Seen>(Comparator.comparing(Set::toString));
    pictures.forEach(
        (picture, seen) -> {
          if (picture.outcomes().size() > 1) {
            twice.putIfAbsent(new TreeSet<>(picture.outcomes()), seen);
          }
        });
    twice.forEach(
        (outcomes, seen) ->
            add(Kind.TWO_ANSWERS, Set.of(), List.of(), outcomes, Optional.of(seen)));
    Predicate<Picture> against =
        it -> it.answers(Outcome.GRANTED) && it.marks().stream().anyMatch(Mark::leads);
    best(pictures, against)
        .ifPresent(it -> add(Kind.GRANTED_AGAINST, leading(pictures, against), Optional.of(it)));
    addNeverGranted(pictures);
  }

  private void addNeverGranted(Map<Picture, Seen> pictures) {
    boolean answered = pictures.keySet().stream().anyMatch(it -> it.outcomes().size() == 1);
    boolean granted = pictures.keySet().stream().anyMatch(it -> it.answers(Outcome.GRANTED));
    if (granted || !answered) {
      return;
    }
    Predicate<Picture> human = it -> it.answers(Outcome.HUMAN);
    var kind = pictures.keySet().stream().anyMatch(human) ? Kind.ONLY_BY_HUMAN : Kind.NEVER_GRANTED;
    Predicate<Picture> which = kind == Kind.ONLY_BY_HUMAN ? human : it -> it.outcomes().size() == 1;
    mostHeld(pictures, which)
        .ifPresent(
            it -> add(kind, leading(pictures, it::equals), Optional.ofNullable(pictures.get(it))));
  }

  private void addNeverDecides(int rule, Map<Picture, Seen> pictures) {
    boolean leads = pictures.keySet().stream().anyMatch(it -> it.of(rule).leads());
    boolean decides =
        pictures.keySet().stream()
            .anyMatch(it -> it.of(rule).leads() && it.answers(it.of(rule).lead().outcome()));
    boolean answered = pictures.keySet().stream().anyMatch(it -> it.outcomes().size() == 1);
    if (leads && !decides && answered) {
      add(Kind.NEVER_DECIDES, rule, best(pictures, it -> it.of(rule).leads()));
    }
  }

  /** The rules that lead to something in such cells. */
  private Set<Integer> leading(Map<Picture, Seen> pictures, Predicate<Picture> such) {
    var leading = new TreeSet<Integer>();
    pictures.keySet().stream()
        .filter(such)
        .forEach(
            it ->
                IntStream.range(0, rules.size())
                    .filter(rule -> it.of(rule).leads())
                    .forEach(leading::add));
    return leading;
  }

  /** Of such cells one in which most else holds: it shows best what it hangs on. */
  private static Optional<Seen> best(Map<Picture, Seen> pictures, Predicate<Picture> such) {
    return mostHeld(pictures, such).map(pictures::get);
  }

  private static Optional<Picture> mostHeld(Map<Picture, Seen> pictures, Predicate<Picture> such) {
    return pictures.keySet().stream().filter(such).max(Comparator.comparing(Picture::held));
  }

  private void add(Kind kind, int rule, Optional<Seen> example) {
    add(kind, Set.of(rule), example);
  }

  private void add(Kind kind, Collection<Integer> which, Optional<Seen> example) {
    add(kind, which, List.of(), Set.of(), example);
  }

  private void add(
      Kind kind,
      Collection<Integer> which,
      List<String> facts,
      Set<Outcome> outcomes,
      Optional<Seen> example) {
    var ids = which.stream().map(rules::get).sorted().toList();
    var answers = outcomes.stream().sorted().toList();
    var id =
        Sha256.of(
            Map.of(
                "question", question,
                "legalForm", legalForm,
                "kind", kind.name(),
                "rules", ids,
                "facts", facts,
                "outcomes", answers.stream().map(Outcome::id).toList()));
    told.add(
        new Found(
            id,
            kind,
            ids,
            facts,
            answers,
            example
                .map(it -> FactFields.texts(FactNames.facts(question, it.first().toArray())))
                .orElse(Map.of())));
  }
}

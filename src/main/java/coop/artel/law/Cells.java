package coop.artel.law;

import coop.artel.law.sentences.Answer;
import coop.artel.law.sentences.AnsweredTwice;
import coop.artel.law.sentences.Found;
import coop.artel.law.sentences.Matter;
import coop.artel.law.sentences.NormValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the rules of a question look at one cell after the other and keeps what they found. */
final class Cells {
  private final Edition edition;
  private final String question;
  private final String legalForm;
  private final LocalDate day;
  private final Matter.Norms norms;
  private final List<String> rules;
  private final Map<String, String> bearing;
  private final List<@Nullable Object> idle;

  /**
   * @param rules whose findings are kept
   */
  Cells(
      Edition edition,
      String question,
      String legalForm,
      LocalDate day,
      Matter.Norms norms,
      List<String> rules,
      Cuts.Cut cut) {
    this.edition = edition;
    this.question = question;
    this.legalForm = legalForm;
    this.day = day;
    this.norms = norms;
    this.rules = rules;
    this.bearing = cut.bearing();
    this.idle = cut.idle();
  }

  /**
   * Components that are set at once.
   *
   * @param places of the components in the record
   * @param options each with a value for each place
   */
  record Dimension(List<Integer> places, List<List<@Nullable Object>> options) {}

  /** What a rule came to in a cell. */
  enum State {
    NOT_ASKED,
    HELD,
    FAILED,
    FACT_UNKNOWN,
    /** Nobody has set the figure that it measures by. */
    NO_FIGURE
  }

  /** What it leads to there. */
  enum Lead {
    NONE(Outcome.GRANTED),
    REFUSES(Outcome.REFUSED),
    LACKS(Outcome.MISSING),
    DOUBTFUL(Outcome.HUMAN);

    private final Outcome outcome;

    Lead(Outcome outcome) {
      this.outcome = outcome;
    }

    /** The answer, where nothing goes before it. */
    Outcome outcome() {
      return outcome;
    }
  }

  /**
   * @param bears whether the condition asks anything of such facts
   */
  record Mark(State state, Lead lead, boolean bears) {
    static final Mark NOT_ASKED = new Mark(State.NOT_ASKED, Lead.NONE, false);

    boolean asked() {
      return state != State.NOT_ASKED;
    }

    boolean held() {
      return state == State.HELD;
    }

    boolean leads() {
      return lead != Lead.NONE;
    }
  }

  /**
   * What the rules found, the same in many cells.
   *
   * @param marks in the order of the rules
   * @param outcomes none where no rule answered, two where two did
   */
  record Picture(List<Mark> marks, List<Outcome> outcomes) {
    Mark of(int rule) {
      return marks.get(rule);
    }

    long held() {
      return marks.stream().filter(Mark::held).count();
    }

    boolean answers(Outcome outcome) {
      return outcomes.equals(List.of(outcome));
    }
  }

  /**
   * @param cells how many
   * @param first the facts of the first of them
   */
  record Seen(long cells, List<@Nullable Object> first) {
    Seen more() {
      return new Seen(cells + 1, first);
    }
  }

  /** Most cells look like others: kept is each picture, with how often it was seen. */
  Map<Picture, Seen> walk(List<Dimension> dimensions) {
    var pictures = new LinkedHashMap<Picture, Seen>();
    int[] at = new int[dimensions.size()];
    do {
      var values = new ArrayList<>(idle);
      for (int i = 0; i < at.length; i++) {
        set(values, dimensions.get(i), at[i]);
      }
      pictures.merge(look(values), new Seen(1, values), (seen, again) -> seen.more());
    } while (next(at, dimensions));
    return pictures;
  }

  private static void set(List<@Nullable Object> values, Dimension dimension, int option) {
    for (int i = 0; i < dimension.places.size(); i++) {
      values.set(dimension.places.get(i), dimension.options.get(option).get(i));
    }
  }

  private static boolean next(int[] at, List<Dimension> dimensions) {
    for (int i = 0; i < at.length; i++) {
      at[i]++;
      if (at[i] < dimensions.get(i).options.size()) {
        return true;
      }
      at[i] = 0;
    }
    return false;
  }

  private Picture look(List<@Nullable Object> values) {
    var facts = FactNames.facts(question, values.toArray());
    try {
      var matter = Judgement.look(edition, facts, legalForm, norms, day, Map.of());
      var outcome = matter.found().isEmpty() ? null : matter.outcome();
      return new Picture(
          marks(matter.found(), FactNames.of(facts)),
          outcome == null ? List.of() : List.of(outcome(outcome)));
    } catch (RuntimeException e) {
      return new Picture(rules.stream().map(it -> Mark.NOT_ASKED).toList(), List.of(answers(e)));
    }
  }

  private List<Mark> marks(List<Found> found, Matter.FactsByName facts) {
    var byRule = new HashMap<String, Mark>();
    found.forEach(one -> byRule.put(one.getRule(), mark(one, facts)));
    return rules.stream().map(it -> byRule.getOrDefault(it, Mark.NOT_ASKED)).toList();
  }

  private Mark mark(Found found, Matter.FactsByName facts) {
    var fact = bearing.get(found.getRule());
    var value = fact == null ? null : facts.get(fact);
    boolean bears = fact == null || (value != null && !Boolean.FALSE.equals(value));
    var lead =
        found.isRefuses()
            ? Lead.REFUSES
            : found.isLacks() ? Lead.LACKS : found.isDoubtful() ? Lead.DOUBTFUL : Lead.NONE;
    return new Mark(state(found.getAnswer()), lead, bears);
  }

  private static State state(Answer answer) {
    var norm = answer.norm();
    return switch (answer.state()) {
      case HELD -> State.HELD;
      case FAILED -> State.FAILED;
      case UNKNOWN ->
          norm != null && norm.standing().equals(NormValue.ABSENT)
              ? State.NO_FIGURE
              : State.FACT_UNKNOWN;
    };
  }

  /** The engine hands on what a consequence throws as the cause of its own. */
  private static Outcome[] answers(RuntimeException thrown) {
    for (Throwable it = thrown; it != null; it = it.getCause()) {
      if (it instanceof AnsweredTwice twice) {
        return new Outcome[] {outcome(twice.first()), outcome(twice.second())};
      }
    }
    throw thrown;
  }

  private static Outcome outcome(String word) {
    return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
  }
}

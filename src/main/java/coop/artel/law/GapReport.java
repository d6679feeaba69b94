package coop.artel.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was found by going through a question for one legal form on one day: cells that the rules
 * leave open and rules that do not fit together.
 *
 * <p>Each fact that a condition in force looks at is cut at the bounds that rules and norms name; a
 * cell has one value of each. The figures of the law count as verified, those of the charter are
 * taken from the cases.
 *
 * @param edition id of the edition
 * @param axes the facts with what they were cut into
 * @param cells how many there are
 * @param way how they were gone through
 * @param looked how many the rules were asked about
 * @param apart facts whose cells are too many even by themselves: nothing is said of their rules
 * @param turns days on which a rule begins or ends, or a figure becomes another
 */
public record GapReport(
    String question,
    String legalForm,
    LocalDate day,
    String edition,
    List<Cut> axes,
    long cells,
    Way way,
    long looked,
    List<String> apart,
    List<LocalDate> turns,
    List<Found> findings) {

  /**
   * @param values as the form of the what-if box takes them; empty where it is unknown
   */
  public record Cut(String fact, List<String> values) {}

  /** How the cells were gone through. */
  public enum Way {
    /** Each. */
    EACH,
    /**
     * There are too many. Facts that no rule looks at together were gone through apart, each of
     * their cells; then the parts together, one cell for all in which the rules found the same.
     * Nothing escapes so that {@link #EACH} would find.
     */
    BY_PARTS,
    /** Some parts are too large by themselves: what only all rules together show is not known. */
    NOT_WHOLE
  }

  /**
   * What may be wrong. A gap is a cell that the rules leave open, or a rule or a fact that adds
   * nothing; a contradiction is rules that cannot all be meant.
   */
  public enum Kind {
    /** No rule answers in a cell, so a human decides though no rule says so. */
    NO_ANSWER(false),
    /** The question is granted though no condition asks anything of such facts. */
    GRANTED_ON_NOTHING(false),
    /** No rule looks at a fact. */
    FACT_UNREAD(false),
    /** A rule builds on a condition that never holds. */
    NEVER_ASKED(false),
    /** Nobody has set the figure that a rule measures by: it never decides. */
    NO_FIGURE(false),
    /** No facts meet a rule. */
    NEVER_MET(false),
    /** No facts fail a rule. */
    NEVER_FAILS(false),
    /** A rule fails, but another always decides before it. */
    NEVER_DECIDES(false),
    /** The law itself never grants: at best a human decides. */
    ONLY_BY_HUMAN(false),
    /** Whatever the facts, something refuses or is missing. */
    NEVER_GRANTED(true),
    /** Whoever meets one of two rules fails the other, though each can be met. */
    EXCLUDE_EACH_OTHER(true),
    /** Two rules always fail together, and lead to different answers. */
    SAME_WITH_TWO_ENDS(true),
    /** The question is granted though a condition stands against it. */
    GRANTED_AGAINST(true),
    /** Two answers at once: which stands would hang on the order of rules. */
    TWO_ANSWERS(true);

    private final boolean contradiction;

    Kind(boolean contradiction) {
      this.contradiction = contradiction;
    }

    public boolean contradiction() {
      return contradiction;
    }
  }

  /**
   * @param id of question, legal form, kind, rules and facts: the same in the next edition too
   * @param rules that it is about, by id
   * @param facts that it is about
   * @param outcomes the answers where there are two
   * @param example a cell, as the form of the what-if box takes it; empty where none shows it
   */
  public record Found(
      String id,
      Kind kind,
      List<String> rules,
      List<String> facts,
      List<Outcome> outcomes,
      Map<String, String> example) {}

  /** What cannot all be meant. */
  public List<Found> contradictions() {
    return findings.stream().filter(it -> it.kind().contradiction()).toList();
  }
}

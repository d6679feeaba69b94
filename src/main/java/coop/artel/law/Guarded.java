package coop.artel.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the gate let it pass: all that is left of its DRL are names from lists of ours.
 *
 * @param priority the higher, the earlier it is looked at
 * @param effective its first day
 * @param expires the first day on which it is no more
 */
record Guarded(
    String name,
    int priority,
    @Nullable LocalDate effective,
    @Nullable LocalDate expires,
    List<Condition> conditions,
    Consequence consequence) {
  /** What must be so. */
  sealed interface Condition {}

  /** The matter gives an answer, whichever. */
  record Asked(Meaning meaning, List<String> arguments) implements Condition {}

  /** There is a matter. */
  record AnyMatter() implements Condition {}

  /** How findings must stand. */
  record Findings(Quantity quantity, Set<Test> tests) implements Condition {}

  /** Of how many findings the tests must be true. */
  enum Quantity {
    EACH,
    SOME,
    NONE
  }

  /**
   * A question to a finding.
   *
   * @param rule whose finding it must be, where that is asked
   */
  record Test(Kind kind, String rule) {
    /** What is asked. */
    enum Kind {
      RULE,
      HELD,
      REFUSES,
      LACKS,
      DOUBTFUL,
      OPEN
    }
  }

  /** What follows. */
  sealed interface Consequence {}

  /** A finding is made of the answer. */
  record Find(String otherwise, @Nullable String code) implements Consequence {}

  /** The matter is answered. */
  record Conclude(String outcome) implements Consequence {}
}

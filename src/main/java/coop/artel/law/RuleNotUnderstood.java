package coop.artel.law;

import coop.artel.values.Refusal;

/** A rule that is not made of the vocabulary's sentences alone, told at its line. */
public class RuleNotUnderstood extends Refusal {
  /** What is the case; the sentence for people is the message of its code. */
  enum Problem {
    /** The line is no sentence of the vocabulary, or stands where it may not. */
    SENTENCE("rule-not-understood", "no sentence of the vocabulary"),
    BACKSLASH("rule-has-backslash", "a backslash"),
    PASSED_THROUGH("rule-has-passed-through-line", "begins with >"),
    CHARACTER("rule-has-forbidden-character", "a character that cannot be seen or typed"),
    TOO_LARGE("rule-too-large", "too large"),
    DOUBLED("rule-doubled", "stands twice"),
    UNCITED("rule-uncited", "cites no article of acts.yaml"),
    NORM_UNKNOWN("rule-norm-unknown", "names an unknown norm"),
    RULE_UNKNOWN("rule-condition-unknown", "names an unknown condition"),
    FACT_UNKNOWN("rule-fact-unknown", "speaks of what this question does not know"),
    INCOMPLETE("rule-incomplete", "is not complete"),
    EXPANSION("rule-expansion-differs", "means another thing to the machine"),
    NOT_ALLOWED("rule-not-allowed", "uses what rules may not use");

    private final String code;
    private final String english;

    Problem(String code, String english) {
      this.code = code;
      this.english = english;
    }
  }

  RuleNotUnderstood(Problem problem, String file, int line, String text) {
    super(
        Kind.INVALID,
        problem.code,
        "%s, line %s: " + problem.english + ": %s",
        file,
        Integer.toString(line),
        text);
  }
}

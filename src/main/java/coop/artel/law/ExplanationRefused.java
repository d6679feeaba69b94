package coop.artel.law;

import coop.artel.values.Refusal;

/** A contradiction that may not be explained so. */
public class ExplanationRefused extends Refusal {
  private ExplanationRefused(Kind kind, String code, String english) {
    super(kind, code, english);
  }

  static ExplanationRefused notTheirs() {
    return new ExplanationRefused(
        Kind.FORBIDDEN, "explanation-not-theirs", "Only lawyers explain contradictions of rules");
  }

  static ExplanationRefused unknown() {
    return new ExplanationRefused(
        Kind.NOT_FOUND,
        "contradiction-unknown",
        "No such contradiction is found in these rules any more");
  }
}

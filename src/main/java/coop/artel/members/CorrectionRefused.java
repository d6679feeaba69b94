package coop.artel.members;

import coop.artel.values.Refusal;

/** A line of the register that cannot be corrected so. */
public class CorrectionRefused extends Refusal {
  private CorrectionRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static CorrectionRefused noEntry(long number) {
    return new CorrectionRefused(
        Kind.NOT_FOUND, "entry-unknown", "There is no number %s", Long.toString(number));
  }

  static CorrectionRefused waiting(long number) {
    return new CorrectionRefused(
        Kind.CONFLICT,
        "correction-waiting",
        "A correction of number %s waits for approval already",
        Long.toString(number));
  }
}

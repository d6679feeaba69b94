package coop.artel.people;

import coop.artel.values.Refusal;
import java.util.UUID;

/** A consent that cannot be given or withdrawn so. */
class ConsentRefused extends Refusal {
  private ConsentRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static ConsentRefused unknown(UUID consent) {
    return new ConsentRefused(
        Kind.NOT_FOUND, "consent-unknown", "There is no consent %s", consent.toString());
  }

  static ConsentRefused withdrawn() {
    return new ConsentRefused(
        Kind.CONFLICT, "consent-already-withdrawn", "The consent is withdrawn already");
  }

  static ConsentRefused ahead() {
    return new ConsentRefused(
        Kind.INVALID,
        "consent-dated-ahead",
        "A consent cannot be given or withdrawn in the future");
  }

  static ConsentRefused beforeGiven() {
    return new ConsentRefused(
        Kind.INVALID, "consent-withdrawn-before-given", "A consent cannot end before it was given");
  }

  static ConsentRefused empty() {
    return new ConsentRefused(
        Kind.INVALID, "consent-empty", "A consent needs a purpose and a text that is agreed to");
  }
}

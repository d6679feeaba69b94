package coop.artel.registry;

import coop.artel.values.Refusal;

/** An office that cannot be entrusted or given up so. */
class OfficeRefused extends Refusal {
  private OfficeRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static OfficeRefused held() {
    return new OfficeRefused(
        Kind.CONFLICT, "office-already-held", "The person holds this office in that time already");
  }

  static OfficeRefused otherChair() {
    return new OfficeRefused(
        Kind.CONFLICT, "chair-already-held", "There is a chair in that time already");
  }

  static OfficeRefused notHeld() {
    return new OfficeRefused(
        Kind.CONFLICT, "office-not-held", "The person does not hold this office on that day");
  }

  static OfficeRefused period() {
    return new OfficeRefused(
        Kind.INVALID, "office-period-impossible", "An office cannot end before it begins");
  }
}

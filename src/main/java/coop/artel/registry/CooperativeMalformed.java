package coop.artel.registry;

import coop.artel.values.Refusal;

/** What was said of a cooperative cannot be. */
class CooperativeMalformed extends Refusal {
  private CooperativeMalformed(String code, String english, Object... arguments) {
    super(Kind.INVALID, code, english, arguments);
  }

  static CooperativeMalformed registrationNumber(String value) {
    return new CooperativeMalformed(
        "registration-number-malformed", "\"%s\" cannot be a registration number", value);
  }

  static CooperativeMalformed taxNumber(String value) {
    return new CooperativeMalformed("tax-number-malformed", "\"%s\" cannot be a tax number", value);
  }

  static CooperativeMalformed nameless() {
    return new CooperativeMalformed(
        "cooperative-incomplete", "A cooperative needs a name, a short name and an address");
  }
}

package coop.artel.people;

import coop.artel.values.Refusal;

/** One field of a person is not what such a field can be. */
public class PersonMalformed extends Refusal {
  private PersonMalformed(String code, String english, Object... arguments) {
    super(Kind.INVALID, code, english, arguments);
  }

  static PersonMalformed name(String name) {
    return new PersonMalformed("name-malformed", "\"%s\" cannot be a name", name);
  }

  static PersonMalformed born() {
    return new PersonMalformed("birth-date-impossible", "Nobody can be born on that day");
  }

  static PersonMalformed address() {
    return new PersonMalformed("address-malformed", "That cannot be an address");
  }

  static PersonMalformed phone() {
    return new PersonMalformed(
        "phone-malformed", "A phone number has a plus, the country's code and 8 to 15 digits");
  }

  static PersonMalformed email() {
    return new PersonMalformed("email-malformed", "That cannot be an e-mail address");
  }

  static PersonMalformed document() {
    return new PersonMalformed(
        "identity-document-malformed", "That cannot be the number and issuer of a document");
  }

  static PersonMalformed passportNumber() {
    return new PersonMalformed(
        "passport-number-malformed", "A passport has a series of 4 digits and a number of 6");
  }

  static PersonMalformed documentDate() {
    return new PersonMalformed(
        "identity-document-date-impossible", "A document cannot be issued on that day");
  }
}

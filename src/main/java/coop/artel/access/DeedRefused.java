package coop.artel.access;

import coop.artel.values.Refusal;

/** A deed that cannot be decided so. */
public class DeedRefused extends Refusal {
  private DeedRefused(Kind kind, String code, String english) {
    super(kind, code, english);
  }

  static DeedRefused unknown() {
    return new DeedRefused(Kind.NOT_FOUND, "deed-unknown", "There is no such deed");
  }

  static DeedRefused decided() {
    return new DeedRefused(Kind.CONFLICT, "deed-decided", "The deed has been decided already");
  }

  static DeedRefused samePerson() {
    return new DeedRefused(
        Kind.FORBIDDEN, "same-person", "Nobody approves what they proposed themselves");
  }
}

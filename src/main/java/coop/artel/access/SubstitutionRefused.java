package coop.artel.access;

import coop.artel.values.Refusal;

/** A deputy who cannot be named or sent home so. */
class SubstitutionRefused extends Refusal {
  private SubstitutionRefused(Kind kind, String code, String english) {
    super(kind, code, english);
  }

  static SubstitutionRefused notTheirs() {
    return new SubstitutionRefused(
        Kind.FORBIDDEN,
        "substitution-not-theirs",
        "A deputy is named by the officer, the chair or the secretary, with a second person");
  }

  static SubstitutionRefused own() {
    return new SubstitutionRefused(
        Kind.FORBIDDEN, "own-substitution", "Nobody names themselves a deputy");
  }

  static SubstitutionRefused unknown() {
    return new SubstitutionRefused(
        Kind.NOT_FOUND, "substitution-unknown", "There is no such substitution");
  }

  static SubstitutionRefused over() {
    return new SubstitutionRefused(
        Kind.CONFLICT, "substitution-over", "The substitution is over, or never began");
  }
}

package coop.artel.registry;

import coop.artel.values.Refusal;
import java.time.LocalDate;

/** A charter or a confirmation of its figure that cannot be taken. */
class CharterRefused extends Refusal {
  private CharterRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static CharterRefused exists(LocalDate since) {
    return new CharterRefused(
        Kind.CONFLICT, "charter-exists", "There is an edition of the charter from %s", since);
  }

  static CharterRefused figureUnknown(String norm, LocalDate since) {
    return new CharterRefused(
        Kind.NOT_FOUND,
        "charter-figure-unknown",
        "The charter has no open figure %s in its edition from %s",
        norm,
        since);
  }

  static CharterRefused samePerson() {
    return new CharterRefused(
        Kind.CONFLICT, "charter-same-person", "Two different persons confirm a figure");
  }
}

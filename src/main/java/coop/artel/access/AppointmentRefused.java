package coop.artel.access;

import coop.artel.values.Refusal;

/** An office that cannot be given or taken so. */
class AppointmentRefused extends Refusal {
  private AppointmentRefused(Kind kind, String code, String english) {
    super(kind, code, english);
  }

  static AppointmentRefused own() {
    return new AppointmentRefused(
        Kind.FORBIDDEN, "own-office", "Nobody gives themselves an office");
  }

  static AppointmentRefused notTheirs() {
    return new AppointmentRefused(
        Kind.FORBIDDEN,
        "appointment-not-theirs",
        "Offices are given by the chair or the secretary with a second person");
  }

  static AppointmentRefused governsItself() {
    return new AppointmentRefused(
        Kind.FORBIDDEN,
        "cooperative-governs-itself",
        "The cooperative gives its offices itself: the chair or the secretary proposes");
  }
}

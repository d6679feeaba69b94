package coop.artel.law;

import coop.artel.values.Refusal;

/** A figure of the law or of a charter that may not be verified or confirmed so. */
public class VerificationRefused extends Refusal {
  private VerificationRefused(String code, String english, Object... arguments) {
    super(code, english, arguments);
  }

  static VerificationRefused samePerson() {
    return new VerificationRefused("verification-by-one", "A second person must verify it too");
  }

  static VerificationRefused notVerifiable(String subject) {
    return new VerificationRefused(
        "verification-needless", "%s holds no figure that a lawyer may verify", subject);
  }

  static VerificationRefused known() {
    return new VerificationRefused("verification-known", "The figure is verified already");
  }

  static VerificationRefused changed() {
    return new VerificationRefused(
        "figure-changed", "The figure has changed since it was proposed: propose it anew");
  }

  static VerificationRefused confirmed() {
    return new VerificationRefused("figure-confirmed", "The charter's figure is confirmed already");
  }

  static VerificationRefused noFigure(String norm) {
    return new VerificationRefused("figure-unknown", "This charter has no figure %s", norm);
  }
}

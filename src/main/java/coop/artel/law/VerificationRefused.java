package coop.artel.law;

import coop.artel.values.Refusal;

/** A figure that may not be verified so. */
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
}

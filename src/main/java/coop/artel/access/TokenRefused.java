package coop.artel.access;

import coop.artel.values.Refusal;

/** A token that cannot be issued or revoked so. */
class TokenRefused extends Refusal {
  private TokenRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static TokenRefused needsOffice() {
    return new TokenRefused(
        Kind.FORBIDDEN, "token-needs-office", "A token is issued to who holds an office");
  }

  static TokenRefused malformed() {
    return new TokenRefused(
        Kind.INVALID,
        "token-malformed",
        "A token has a name of at most 60 characters and lives 1 to %s days",
        OwnAccess.LONGEST_DAYS);
  }

  static TokenRefused tooMany(int most) {
    return new TokenRefused(
        Kind.CONFLICT, "too-many-tokens", "There are %s tokens already; revoke one", most);
  }

  static TokenRefused unknown() {
    return new TokenRefused(Kind.NOT_FOUND, "token-unknown", "There is no such token");
  }
}

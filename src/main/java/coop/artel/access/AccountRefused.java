package coop.artel.access;

import coop.artel.values.Refusal;

/** An account that cannot be opened so. */
class AccountRefused extends Refusal {
  static final int SHORTEST_PASSWORD = 10;
  static final int LONGEST_PASSWORD = 200;

  private AccountRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static AccountRefused taken(String login) {
    return new AccountRefused(Kind.CONFLICT, "login-taken", "The login %s is taken", login);
  }

  static AccountRefused opened() {
    return new AccountRefused(Kind.CONFLICT, "account-exists", "The person has an account already");
  }

  static AccountRefused malformed() {
    return new AccountRefused(
        Kind.INVALID,
        "login-malformed",
        "A login has 3 to 64 letters, digits, dots, hyphens, underscores, pluses or at signs");
  }

  static AccountRefused notYours() {
    return new AccountRefused(
        Kind.INVALID, "password-not-yours", "That is not the password of this account");
  }

  static AccountRefused wrong() {
    return new AccountRefused(Kind.INVALID, "sign-in-wrong", "Login or password is wrong");
  }

  static AccountRefused password() {
    return new AccountRefused(
        Kind.INVALID,
        "password-length",
        "A password has %s to %s characters",
        SHORTEST_PASSWORD,
        LONGEST_PASSWORD);
  }
}

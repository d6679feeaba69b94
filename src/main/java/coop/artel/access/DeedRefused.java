package coop.artel.access;

import coop.artel.values.Refusal;

/** A deed that cannot be proposed or decided so. */
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

  static DeedRefused unexplained() {
    return new DeedRefused(
        Kind.INVALID, "deed-unexplained", "Say why, in up to a thousand characters");
  }

  static DeedRefused superseded() {
    return new DeedRefused(
        Kind.CONFLICT, "deed-superseded", "Something newer has taken the place of the deed");
  }

  static DeedRefused waiting() {
    return new DeedRefused(
        Kind.CONFLICT,
        "deed-waiting",
        "The same is proposed already and waits for a second person");
  }

  static DeedRefused samePerson() {
    return new DeedRefused(
        Kind.FORBIDDEN, "same-person", "Nobody approves what they proposed themselves");
  }

  static DeedRefused samePrincipal() {
    return new DeedRefused(
        Kind.FORBIDDEN,
        "same-principal",
        "A deputy and the one stood in for are no two persons: somebody else approves");
  }

  static DeedRefused notTheirs() {
    return new DeedRefused(
        Kind.FORBIDDEN, "deed-not-theirs", "The caller holds no office or role that decides this");
  }

  static DeedRefused proposerGone() {
    return new DeedRefused(
        Kind.CONFLICT,
        "deed-proposer-gone",
        "Who proposed it no longer holds what one must hold to propose it");
  }
}

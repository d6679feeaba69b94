package coop.artel.access;

import coop.artel.values.PersonId;
import coop.artel.values.Refusal;

/** An invitation that cannot be made, opened or withdrawn so. */
public class InvitationRefused extends Refusal {
  private InvitationRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static InvitationRefused notTheirs() {
    return new InvitationRefused(
        Kind.FORBIDDEN,
        "invitation-not-theirs",
        "People are invited by an operator, the chair or the secretary");
  }

  static InvitationRefused unknown() {
    return new InvitationRefused(
        Kind.NOT_FOUND, "invitation-unknown", "There is no such invitation");
  }

  /** Whoever holds the link may know who made it, and can be asked for another. */
  static InvitationRefused used(PersonId by) {
    return new InvitationRefused(
        Kind.CONFLICT, "invitation-used", "The link was used already; %s made it", by);
  }

  static InvitationRefused expired(PersonId by) {
    return new InvitationRefused(
        Kind.CONFLICT, "invitation-expired", "The link has expired; %s made it", by);
  }

  static InvitationRefused withdrawn(PersonId by) {
    return new InvitationRefused(
        Kind.CONFLICT, "invitation-withdrawn", "The link was withdrawn; %s made it", by);
  }

  /** Its person has an account by now, or the login was given to somebody else. */
  static InvitationRefused overtaken(PersonId by) {
    return new InvitationRefused(
        Kind.CONFLICT,
        "invitation-overtaken",
        "The account cannot be opened; %s made the link",
        by);
  }
}

package coop.artel.publishing;

import coop.artel.values.Refusal;

/** Something that cannot be done to a proposal. */
public class ProposalRefused extends Refusal {
  private ProposalRefused(Kind kind, String code, String english, Object... arguments) {
    super(kind, code, english, arguments);
  }

  static ProposalRefused unknown() {
    return new ProposalRefused(Kind.NOT_FOUND, "proposal-unknown", "There is no such proposal");
  }

  static ProposalRefused notTheirs() {
    return new ProposalRefused(
        Kind.FORBIDDEN, "proposal-not-theirs", "Only its author takes a proposal back");
  }

  static ProposalRefused proposedAlready() {
    return new ProposalRefused(
        Kind.CONFLICT,
        "draft-proposed-already",
        "The draft is proposed already: mend it and send it again in its author's task");
  }

  static ProposalRefused asInForce(int number) {
    return new ProposalRefused(
        Kind.CONFLICT,
        "edition-as-in-force",
        "Publication %s says what is in force already",
        Integer.toString(number));
  }

  /** Neither the author nor whoever wrote to the draft, nor whoever stands in for one of them. */
  static ProposalRefused ownEdition() {
    return new ProposalRefused(
        Kind.FORBIDDEN,
        "own-edition",
        "Nobody publishes an edition that they wrote or proposed themselves");
  }
}

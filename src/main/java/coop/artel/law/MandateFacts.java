package coop.artel.law;

/**
 * Whether somebody is a delegate. Question {@code mandate}; its reference date is the day of the
 * election.
 *
 * @param constituentsNamed how many and whom the delegate represents
 * @param handedOver passed on to somebody else
 * @param capableMember a natural person of full capacity who is a member
 */
public record MandateFacts(
    boolean delegateNamed,
    boolean constituentsNamed,
    boolean mandateTermSaid,
    boolean onBoard,
    boolean handedOver,
    boolean onSupervisoryBoard,
    boolean capableMember)
    implements Facts {
  @Override
  public String question() {
    return "mandate";
  }
}

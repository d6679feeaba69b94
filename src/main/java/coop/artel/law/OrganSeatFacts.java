package coop.artel.law;

/**
 * Whether somebody may sit in an organ. Question {@code organ-seat}; its reference date is the day
 * on which the person takes the seat.
 *
 * @param inChair chair of the cooperative
 * @param procurator holds a general commercial power of attorney
 * @param dischargePending was in the board and is not discharged yet
 * @param inSimilarCooperative is a member of another similar cooperative
 * @param onAuditCommission or the only auditor
 */
public record OrganSeatFacts(
    boolean memberOfCooperative,
    boolean naturalPerson,
    boolean onSupervisoryBoard,
    boolean onBoard,
    boolean inChair,
    boolean procurator,
    boolean dischargePending,
    boolean inSimilarCooperative,
    boolean onAuditCommission)
    implements Facts {
  @Override
  public String question() {
    return "organ-seat";
  }

  boolean leads() {
    return onBoard || inChair;
  }
}

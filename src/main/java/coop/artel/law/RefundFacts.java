package coop.artel.law;

/**
 * Whether contributions may be paid out. Question {@code refund}; its reference date is the day on
 * which they were asked for.
 *
 * @param forPersonalDebt a creditor of the member asks for the share
 */
public record RefundFacts(boolean entranceFeeAsked, boolean forPersonalDebt) implements Facts {
  @Override
  public String question() {
    return "refund";
  }
}

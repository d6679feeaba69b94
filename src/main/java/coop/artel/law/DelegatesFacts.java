package coop.artel.law;

/**
 * Whether delegates may meet in place of all members. Question {@code delegates}; its reference
 * date is the day of the meeting.
 *
 * @param entitled members with a vote
 */
public record DelegatesFacts(int entitled, boolean delegatesByCharter, boolean severalSettlements)
    implements Facts {
  @Override
  public String question() {
    return "delegates";
  }
}

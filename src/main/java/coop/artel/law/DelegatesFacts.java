package coop.artel.law;

import org.jspecify.annotations.Nullable;

/**
 * Whether delegates may meet in place of all members. Question {@code delegates}; its reference
 * date is the day of the meeting.
 *
 * @param entitled members with a vote
 * @param delegatesElected absent before the election
 * @param severalUnits of which the cooperative consists
 * @param nationalLawAllows where a law of several states leaves it to each
 */
public record DelegatesFacts(
    int entitled,
    boolean delegatesByCharter,
    boolean severalSettlements,
    @Nullable Integer delegatesElected,
    boolean severalActivities,
    boolean severalUnits,
    boolean nationalLawAllows)
    implements Facts {
  @Override
  public String question() {
    return "delegates";
  }
}

package coop.artel.law;

/**
 * The votes of a meeting on one item. Question {@code meeting-vote}; its reference date is the day
 * of the decision (end of voting).
 *
 * @param matter as {@link Matters} names it
 * @param quorum as the question {@code meeting-quorum} was answered
 * @param entitled all who have a vote
 * @param participants those present; in absentee voting those who sent their votes
 * @param votesOfOne the most that anybody cast
 * @param votesCast valid votes, where the law counts from these
 */
public record MeetingVoteFacts(
    String matter,
    boolean quorum,
    boolean absentee,
    int entitled,
    int participants,
    int votesFor,
    int votesOfOne,
    int votesCast)
    implements Facts {
  @Override
  public String question() {
    return "meeting-vote";
  }
}

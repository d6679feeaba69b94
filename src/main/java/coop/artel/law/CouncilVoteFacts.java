package coop.artel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a council on one question. Question {@code council-vote}; its reference date is the
 * day of the decision (end of voting).
 *
 * @param body that decides: {@code council}
 * @param members of the council with a vote
 * @param leaderVoted whether the chair (or deputy) took part
 * @param chairVote {@code for}, {@code against}, {@code abstained}, absent if the chair did not
 *     vote
 * @param closed no more votes are taken; while open the law may say that votes are missing
 * @param decideBy last day of the statutory term, absent where there is none
 */
public record CouncilVoteFacts(
    String body,
    int members,
    int votesFor,
    int votesAgainst,
    int abstained,
    boolean leaderVoted,
    @Nullable String chairVote,
    boolean closed,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate decideBy)
    implements Facts {
  @Override
  public String question() {
    return "council-vote";
  }
}

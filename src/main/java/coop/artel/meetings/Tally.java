package coop.artel.meetings;

import coop.artel.law.CouncilVoteFacts;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a vote stands: who may vote and who has. */
record Tally(List<Questions.Voter> voters, List<Questions.Vote> votes) {
  static Tally of(Questions.Question question) {
    return new Tally(question.voters(), question.votes());
  }

  /** There is nobody left who could still vote; so with a council of nobody. */
  boolean allVoted() {
    return voters.stream().allMatch(voter -> hasVoted(voter.person()));
  }

  int members() {
    return voters.size();
  }

  int count(Questions.Choice choice) {
    return (int) votes.stream().filter(vote -> vote.choice() == choice).count();
  }

  boolean mayVote(PersonId person) {
    return voters.stream().anyMatch(voter -> voter.person().equals(person));
  }

  boolean hasVoted(PersonId person) {
    return votes.stream().anyMatch(vote -> vote.voter().equals(person));
  }

  Optional<Questions.Choice> chairVote() {
    return votes.stream()
        .filter(vote -> isChair(vote.voter()))
        .map(Questions.Vote::choice)
        .findFirst();
  }

  /** As the law wants to know it, with the voting ended on a day. */
  CouncilVoteFacts asFacts(LocalDate decidedOn, @Nullable LocalDate decideBy) {
    return new CouncilVoteFacts(
        "council",
        members(),
        count(Questions.Choice.FOR),
        count(Questions.Choice.AGAINST),
        count(Questions.Choice.ABSTAINED),
        chairVote().isPresent(),
        chairVote().map(Questions.Choice::id).orElse(null),
        true,
        decidedOn,
        decideBy);
  }

  private boolean isChair(PersonId person) {
    return voters.stream().anyMatch(voter -> voter.chair() && voter.person().equals(person));
  }
}

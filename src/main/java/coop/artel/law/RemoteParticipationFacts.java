package coop.artel.law;

/**
 * Whether those count who take part in a meeting from afar. Question {@code remote-participation};
 * its reference date is the day of the decision (end of voting).
 *
 * @param remoteByLaw a law gives the possibility
 * @param remoteUnanimous the participants decided on it unanimously
 */
public record RemoteParticipationFacts(
    int joinedRemotely,
    boolean remoteByLaw,
    boolean remoteUnanimous,
    boolean remoteByCharter,
    boolean identityEstablished,
    boolean ableToSpeakAndVote)
    implements Facts {
  @Override
  public String question() {
    return "remote-participation";
  }
}

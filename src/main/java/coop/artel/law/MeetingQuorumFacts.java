package coop.artel.law;

/**
 * Whether enough have come to a meeting, or sent their votes. Question {@code meeting-quorum}; its
 * reference date is the day of the meeting, of absentee voting its last day.
 *
 * @param gathering {@code general}, {@code section} (of a cooperative section), {@code delegates},
 *     {@code collegial} (the collegial organ of an organisation without members)
 * @param absentee votes are sent in and nobody meets
 * @param sameAgenda a repeated meeting has the agenda of the first
 * @param entitled all who have a vote: members, representatives, delegates elected
 * @param participants those who have come, or whose votes have
 * @param charterChange the charter is to be changed
 * @param charterDiffers the charter sets a quorum of its own
 */
public record MeetingQuorumFacts(
    String gathering,
    boolean absentee,
    boolean repeat,
    boolean sameAgenda,
    int entitled,
    int participants,
    boolean charterChange,
    boolean charterDiffers)
    implements Facts {
  @Override
  public String question() {
    return "meeting-quorum";
  }

  boolean membersMeet() {
    return gathering.equals("general") && !absentee;
  }

  boolean organSits() {
    return gathering.equals("collegial");
  }
}

package coop.artel.law;

/**
 * What the minutes of a meeting hold and who signed them. Question {@code minutes}; its reference
 * date is the day of the decision.
 *
 * @param countersSigned those who counted or recorded the votes
 * @param timeSaid date and time; of absentee voting the last day for votes
 * @param placeSaid place or manner of taking part
 * @param resultsSaid of each item
 * @param dissentersAsked somebody voted against and asked to record it
 * @param boardMemberSigned one at least who was present
 * @param membersSigned two of them
 * @param contentWhole all that the law names is there
 * @param annexesAttached what the law has annexed
 */
public record MinutesFacts(
    boolean absentee,
    boolean minutesInWriting,
    boolean chairSigned,
    boolean secretarySigned,
    boolean countersSigned,
    boolean timeSaid,
    boolean placeSaid,
    boolean participantsSaid,
    boolean resultsSaid,
    boolean countersAssigned,
    boolean countersSaid,
    boolean dissentersAsked,
    boolean dissentersSaid,
    boolean boardMemberSigned,
    boolean membersSigned,
    boolean contentWhole,
    boolean annexesAttached)
    implements Facts {
  @Override
  public String question() {
    return "minutes";
  }
}

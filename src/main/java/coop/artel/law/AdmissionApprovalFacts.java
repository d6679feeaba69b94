package coop.artel.law;

/**
 * Whether a board's decision to admit has effect. Question {@code admission-approval}; its
 * reference date is the day of the approval, before it that of the decision.
 *
 * @param supervisoryBoard there is one
 * @param approvedByBoard by the supervisory board
 */
public record AdmissionApprovalFacts(
    String body, boolean supervisoryBoard, boolean approvedByBoard, boolean approvedByMeeting)
    implements Facts {
  @Override
  public String question() {
    return "admission-approval";
  }
}

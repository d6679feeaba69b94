package coop.artel.law;

/**
 * Whether a production cooperative may have so many members who do not work in it. Question {@code
 * non-working-members}; its reference date is the day of receipt of the application.
 *
 * @param nonWorking with the applicant
 */
public record NonWorkingMembersFacts(int working, int nonWorking) implements Facts {
  @Override
  public String question() {
    return "non-working-members";
  }
}

package coop.artel.law;

/**
 * An application of an organisation to join, as received. Question {@code entity-application}; its
 * reference date is the day on which it was submitted.
 */
public record EntityApplicationFacts(
    String addressedTo,
    boolean inWriting,
    boolean entityNameGiven,
    boolean locationGiven,
    boolean registrationNumberGiven,
    boolean taxNumberGiven,
    boolean bankGiven)
    implements Facts {
  @Override
  public String question() {
    return "entity-application";
  }
}

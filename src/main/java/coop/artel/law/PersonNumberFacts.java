package coop.artel.law;

/**
 * Whether a person's identification number is good. Question {@code person-number}; its reference
 * date is the day on which it was given.
 *
 * @param birthDateMatches the digits say the day of birth
 */
public record PersonNumberFacts(boolean checkDigitRight, boolean birthDateMatches)
    implements Facts {
  @Override
  public String question() {
    return "person-number";
  }
}

package coop.artel.law;

/**
 * Whether there are founders enough. Question {@code founding}; its reference date is the day of
 * the founding meeting.
 *
 * @param entities organisations of any kind
 * @param societies those of them that are registered societies
 * @param companyRules the rules of a limited liability company are adopted
 * @param states that the founders come from
 */
public record FoundingFacts(
    int citizens, int entities, int societies, boolean companyRules, int states) implements Facts {
  @Override
  public String question() {
    return "founding";
  }
}

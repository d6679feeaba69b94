package coop.artel.law;

/**
 * Whether there are founders enough. Question {@code founding}; its reference date is the day of
 * the founding meeting.
 */
public record FoundingFacts(int citizens, int entities) implements Facts {
  @Override
  public String question() {
    return "founding";
  }
}

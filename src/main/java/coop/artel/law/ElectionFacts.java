package coop.artel.law;

import java.util.Set;

/**
 * Whether an organ is duly elected. Question {@code election}; its reference date is the day of the
 * election.
 *
 * @param elected the organ or post: {@code chairman}, {@code council}, {@code board}, {@code
 *     supervisory-board}, {@code audit-commission}
 * @param body that elected: {@code general-meeting}, {@code delegates-meeting}, {@code council},
 *     {@code board}, {@code supervisory-board}
 * @param candidateNamed the agenda gave the name and the post
 */
public record ElectionFacts(String elected, String body, boolean candidateNamed) implements Facts {
  static final Set<String> ORGANS =
      Set.of("chairman", "council", "board", "supervisory-board", "audit-commission");

  static final Set<String> BODIES =
      Set.of("general-meeting", "delegates-meeting", "council", "board", "supervisory-board");

  @Override
  public String question() {
    return "election";
  }

  boolean known() {
    return ORGANS.contains(elected);
  }
}

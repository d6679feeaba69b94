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

  private static final Set<String> RESERVED = Set.of("chairman", "council", "audit-commission");

  @Override
  public String question() {
    return "election";
  }

  boolean delegatesElect() {
    return body.equals("delegates-meeting");
  }

  /** A meeting of delegates is a general one of theirs. */
  boolean meets() {
    return body.equals("general-meeting") || delegatesElect();
  }

  boolean known() {
    return ORGANS.contains(elected);
  }

  /** One of those of a consumer society whose election its law names among a meeting's matters. */
  boolean reserved() {
    return RESERVED.contains(elected);
  }
}

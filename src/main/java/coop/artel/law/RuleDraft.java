package coop.artel.law;

import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes of a country's files that lawyers are writing.
 *
 * @param author empty where an upgrade of the service brought it
 * @param base number of the publication whose files it changes
 */
public record RuleDraft(
    UUID id,
    String country,
    String title,
    String reason,
    Optional<PersonId> author,
    int base,
    State state,
    Instant openedAt) {
  /** What becomes of a draft. */
  public enum State {
    /** Being written. */
    OPEN,
    /** Waits for its review and does not change. */
    SUBMITTED,
    PUBLISHED,
    WITHDRAWN
  }

  /**
   * What was written to a file last.
   *
   * @param number of the draft's changes, from 1
   * @param text empty where the file goes
   * @param by empty where an upgrade of the service brought it
   */
  public record Change(
      int number, String path, Optional<String> text, Optional<PersonId> by, Instant at) {}
}

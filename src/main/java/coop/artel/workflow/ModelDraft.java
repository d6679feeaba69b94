package coop.artel.workflow;

import coop.artel.access.Deed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of models and forms that two operators publish.
 *
 * @param deed the newest proposal to publish it, absent while nobody has proposed that
 * @param changes against the set in use now; of a published one, none
 */
public record ModelDraft(
    UUID id,
    Origin origin,
    Instant draftedAt,
    State state,
    @Nullable Deed deed,
    List<Change> changes) {
  /** Where it came from: with an upgrade of the service, or from an operator. */
  public enum Origin {
    SHIPPED,
    SENT
  }

  /** How far it is. */
  public enum State {
    /** Nobody has proposed to publish it, or the proposal was rejected. */
    DRAFTED,
    /** An operator has proposed it; another one is needed. */
    PROPOSED,
    REJECTED,
    PUBLISHED,
    /** A later upgrade brings the same and more. */
    SUPERSEDED
  }

  /**
   * What becomes of a file.
   *
   * @param before SHA-256 of the file in use, absent where there is none
   * @param after SHA-256 of the file to come, absent where it goes
   */
  public record Change(String file, @Nullable String before, @Nullable String after) {
    public String kind() {
      return before == null ? "added" : (after == null ? "removed" : "changed");
    }
  }

  /** Whether anything may still become of it. */
  public boolean waits() {
    return state == State.DRAFTED || state == State.PROPOSED;
  }
}

package coop.artel.access;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that opens somebody's account once.
 *
 * @param lawyer the account is a lawyer's
 * @param invitedFor whom the one who invited stood in for
 */
public record Invitation(
    UUID id,
    CooperativeId cooperative,
    PersonId person,
    String login,
    boolean lawyer,
    PersonId invitedBy,
    @Nullable PersonId invitedFor,
    Instant invitedAt,
    Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable Instant withdrawnAt) {
  /** What has become of it. */
  public enum State {
    OPEN,
    USED,
    WITHDRAWN,
    EXPIRED
  }

  public State state(Instant now) {
    if (usedAt != null) {
      return State.USED;
    }
    if (withdrawnAt != null) {
      return State.WITHDRAWN;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }
}

package coop.artel.notary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the log has come, and what waits.
 *
 * @param sealed records under the newest checkpoint
 * @param anchored records under the largest anchor that stands
 * @param unsealed records that no checkpoint covers yet
 * @param strayed how many of these are not even queued to be sealed
 * @param oldestUnsealed when the first of the unsealed was written
 * @param oldestUnanchored when the first record was written that no anchor covers
 */
public record LogState(
    long sealed,
    @Nullable Instant sealedAt,
    long anchored,
    @Nullable Instant anchoredAt,
    long unsealed,
    long strayed,
    @Nullable Instant oldestUnsealed,
    @Nullable Instant oldestUnanchored) {
  /** Records that no anchor covers yet, sealed or not. */
  public long unanchored() {
    return sealed - anchored + unsealed;
  }
}

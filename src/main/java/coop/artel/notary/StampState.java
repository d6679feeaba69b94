package coop.artel.notary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far time stamps have come, and what waits for one.
 *
 * @param asked whether an authority is named that is asked for stamps
 * @param newest absent where nothing was stamped yet
 * @param oldestUnstamped when the first sealed record was written that no stamp covers
 * @param reason why the authority gave none the last time, absent while it does
 * @param since when that began
 */
public record StampState(
    boolean asked,
    @Nullable Stamped newest,
    @Nullable Instant oldestUnstamped,
    @Nullable String reason,
    @Nullable Instant since) {
  /**
   * A stamp.
   *
   * @param size of the checkpoint that it is of: the records that were in the log by then
   * @param at by the authority's clock
   * @param authority as its certificate calls it
   */
  public record Stamped(long size, Instant at, String authority) {}

  /** Records under the newest stamp. */
  public long stamped() {
    return newest == null ? 0 : newest.size();
  }
}

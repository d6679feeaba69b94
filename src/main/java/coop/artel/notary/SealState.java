package coop.artel.notary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a record has come: recorded, sealed under a signed checkpoint, anchored on the chain.
 *
 * @param index place in the log from 0, absent until sealed
 */
public record SealState(
    Stage stage,
    @Nullable Long index,
    @Nullable Instant sealedAt,
    @Nullable String transaction,
    @Nullable Long block,
    @Nullable Instant anchoredAt) {
  public enum Stage {
    RECORDED,
    SEALED,
    ANCHORED
  }
}

package coop.artel.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether anchors can be made now.
 *
 * @param since for a chain that makes no blocks, the time of its last
 * @param answers whether trying to anchor is worth while: the right chain answers, even if it took
 *     nothing the last time
 * @param reason a message key under {@code chain.}; when ready only present to tell that the
 *     development chain lost what it held ({@code chain.begun-anew}, {@code chain.deployed-again})
 */
public record ChainState(
    Phase phase,
    @Nullable String reason,
    Instant since,
    @Nullable Long chainId,
    @Nullable String contract,
    boolean development,
    boolean answers) {
  /** A chain that answers when it is ready and else does not. */
  public ChainState(
      Phase phase,
      @Nullable String reason,
      Instant since,
      @Nullable Long chainId,
      @Nullable String contract,
      boolean development) {
    this(phase, reason, since, chainId, contract, development, phase == Phase.READY);
  }

  /** How far the way to the chain is open. */
  public enum Phase {
    /** No chain is set and none can be started here. */
    ABSENT,
    /** On the way: being installed, started or deployed. */
    STARTING,
    READY,
    /** Was there; does not answer now, or takes no anchors. */
    DOWN
  }
}

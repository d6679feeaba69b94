package coop.artel.chain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chain did not take an anchor or did not answer; trying again later is right. */
public class ChainUnavailable extends Exception {
  private static final Set<String> CONTRADICTIONS =
      Set.of("chain.wrong-chain", "chain.other-contract");

  /** Of the way to the chain: whether it still holds, the next look at the chain tells. */
  private static final Set<String> OF_THE_WAY =
      Set.of(
          "chain.silent",
          "chain.not-a-node",
          "chain.tls",
          "chain.empty-answer",
          "chain.host-refused",
          "chain.unauthorized",
          "chain.token-missing",
          "chain.token-expired",
          "chain.token-unreadable",
          "chain.wrong-chain",
          "chain.no-contract",
          "chain.other-contract",
          "chain.behind",
          "chain.interrupted");

  private final String reason;

  public ChainUnavailable(String message) {
    this("chain.unavailable", message, null);
  }

  public ChainUnavailable(String message, Throwable cause) {
    this("chain.unavailable", message, cause);
  }

  ChainUnavailable(String reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** A message key under {@code chain.}. */
  public String reason() {
    return reason;
  }

  /** What answers there is positively not what we were told: waiting does not mend it. */
  boolean contradicts() {
    return CONTRADICTIONS.contains(reason);
  }

  /** Nothing was said of the anchor itself. */
  boolean isOfTheWay() {
    return OF_THE_WAY.contains(reason);
  }
}

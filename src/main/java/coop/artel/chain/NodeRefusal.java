package coop.artel.chain;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Response;

/** A node answered a request with a JSON-RPC error. Nodes differ in words and codes. */
class NodeRefusal extends Exception {
  private static final int REVERTED = 3;

  /** Codes that mean the same whatever the words. */
  private static final Map<Integer, String> REASONS =
      Map.of(
          -40100, "chain.unauthorized",
          -32604, "chain.not-enabled",
          -32601, "chain.not-enabled",
          -32602, "chain.not-understood",
          -32603, "chain.behind",
          -39001, "chain.behind");

  private final int code;
  private final @Nullable String data;

  NodeRefusal(Response.Error error) {
    this(error, error.getData() == null ? null : error.getData().replace("\"", ""));
  }

  private NodeRefusal(Response.Error error, @Nullable String data) {
    super(
        "%d %s%s"
            .formatted(
                error.getCode(),
                error.getMessage(),
                Reverts.words(data).map(words -> ": " + words).orElse("")));
    this.code = error.getCode();
    this.data = data;
  }

  /** The contract reverted with the custom error of this selector. */
  boolean isRevert(String selector) {
    return data != null && data.startsWith(selector);
  }

  /** The very same signed transaction is already in the pool. */
  boolean isKnownTransaction() {
    return says("known transaction") || says("already known") || says("already imported");
  }

  boolean isNonceTooLow() {
    return says("nonce too low") || says("nonce below");
  }

  /**
   * Another transaction of the same nonce waits at this price or above, or the price is too low.
   */
  boolean isUnderpriced() {
    return says("underpriced") || isBelowMinimum();
  }

  /** The price is too low whatever else waits. */
  boolean isBelowMinimum() {
    return code == -32009 || says("gas price below");
  }

  /** Why no transaction of ours is taken, as a message key. */
  String reason() {
    if (code == -32007 || says("not authorized")) {
      return "chain.sender-not-allowed";
    }
    if (says("wrong chainid") || says("invalid chain id")) {
      return "chain.wrong-chain";
    }
    if (says("insufficient funds") || says("upfront cost")) {
      return "chain.no-funds";
    }
    if (says("gas limit") || says("intrinsic gas")) {
      return "chain.gas-limit";
    }
    if (says("too distant")) {
      return "chain.nonce-gap";
    }
    if (code == REVERTED) {
      return "chain.reverted";
    }
    return REASONS.getOrDefault(code, "chain.refused");
  }

  ChainUnavailable asUnavailable() {
    return new ChainUnavailable(reason(), "The node refused: " + getMessage(), this);
  }

  private boolean says(String words) {
    var message = getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }
}

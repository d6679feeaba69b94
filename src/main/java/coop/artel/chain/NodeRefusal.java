package coop.artel.chain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Response;

/** A node answered a request with a JSON-RPC error. Nodes differ in words and codes. */
class NodeRefusal extends Exception {
  private final int code;
  private final @Nullable String data;

  NodeRefusal(Response.Error error) {
    super("%d %s".formatted(error.getCode(), error.getMessage()));
    this.code = error.getCode();
    this.data = error.getData();
  }

  /** The contract reverted with the custom error of this selector. */
  boolean isRevert(String selector) {
    return data != null && data.replace("\"", "").startsWith(selector);
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
    return says("underpriced") || code == -32009 || says("gas price below");
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
    return "chain.refused";
  }

  ChainUnavailable asUnavailable() {
    return new ChainUnavailable(reason(), "The node refused: " + getMessage(), this);
  }

  private boolean says(String words) {
    var message = getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }
}

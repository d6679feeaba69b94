package coop.artel.chain;

import org.jspecify.annotations.Nullable;

/** The chain did not take an anchor or did not answer; trying again later is right. */
public class ChainUnavailable extends Exception {
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
}

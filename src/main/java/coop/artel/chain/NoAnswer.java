package coop.artel.chain;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What came back, if anything did, is no answer of a node to whoever asks. */
final class NoAnswer extends IOException {
  private final String reason;

  NoAnswer(String reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** A message key under {@code chain.}. */
  String reason() {
    return reason;
  }
}

package coop.artel.chain;

/** A transaction waits, and no block has come since it was sent. */
final class ChainStalled extends ChainUnavailable {
  static final String REASON = "chain.stalled";

  private final Node.Block last;

  ChainStalled(Node.Block last, ChainUnavailable waiting) {
    super(
        REASON,
        "No block since number %d of %s. %s"
            .formatted(last.number(), last.at(), waiting.getMessage()),
        waiting);
    this.last = last;
  }

  /** The newest block. */
  Node.Block last() {
    return last;
  }
}

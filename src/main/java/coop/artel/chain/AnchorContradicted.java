package coop.artel.chain;

/**
 * What should be anchored contradicts what the chain holds: the log was forked or set back. An
 * alarm for people, not something to try again.
 */
public class AnchorContradicted extends RuntimeException {
  public AnchorContradicted(String message) {
    super(message);
  }
}

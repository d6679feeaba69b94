package coop.artel.chain;

import java.util.Optional;

/** The one way to the chain: anchors a log's head and reads anchors back. */
public abstract class Chain {
  /** Answers at once, from the last look at the chain. */
  public abstract ChainState state();

  /**
   * Anchors a head and waits for its receipt, for a bounded time. A head that the chain already
   * holds is returned as it stands, so repeating is safe.
   *
   * @param root 32 bytes
   * @param checkpoint SHA-256 of the checkpoint's text, 32 bytes
   * @throws AnchorContradicted if the chain holds this size of the log with another root, or a
   *     larger size and none like this; repeating does not help
   */
  public abstract Anchor anchor(String origin, long size, byte[] root, byte[] checkpoint)
      throws ChainUnavailable;

  /**
   * The newest anchor of a log as the chain itself tells it. Less than what was anchored before
   * means that a development chain was begun anew.
   */
  public abstract Optional<Anchor> newest(String origin) throws ChainUnavailable;

  /**
   * What proves an anchor without a node; empty if the node has no such block (any more), or not
   * with that transaction. The proof is not compared with the anchor.
   */
  public abstract Optional<AnchorProof> proof(String transaction, long block)
      throws ChainUnavailable;
}

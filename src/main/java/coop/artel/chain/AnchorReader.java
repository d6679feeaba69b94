package coop.artel.chain;

import coop.artel.chain.AnchorContract.Anchored;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of one log, read from the chain itself by somebody who checks: oldest first, up to
 * the block that was the newest when the reading began. Nothing is sent, and no more than a page is
 * kept.
 */
public final class AnchorReader implements AutoCloseable {
  /** A head of the log as the chain holds it; both digests of 32 bytes. */
  public record Held(long size, byte[] root, byte[] checkpoint, long block, String transaction) {}

  private final Node node;
  private final AnchorEvents events;
  private final long newest;
  private final Queue<Anchored> page = new ArrayDeque<>();
  private long next;

  private AnchorReader(Node node, AnchorEvents events, long newest) {
    this.node = node;
    this.events = events;
    this.newest = newest;
  }

  /**
   * Begins to read. The node must be of that chain, and the contract there must be the anchor
   * contract to the byte.
   *
   * @param token a file with the JSON Web Token that the node wants to see, if it wants one
   */
  public static AnchorReader open(
      String rpc, @Nullable Path token, long chainId, String contract, String origin)
      throws ChainUnavailable {
    var node = node(rpc, token);
    try {
      var place = new Network.Place(chainId, contract, 0);
      var head = Network.check(node, place, AnchorContract.compiled());
      var events = new AnchorEvents(node, contract, AnchorContract.nameOf(origin));
      return new AnchorReader(node, events, head.number());
    } catch (ChainUnavailable | RuntimeException e) {
      node.close();
      throw e;
    }
  }

  /** Of the chain that a node is of. */
  public static long chainId(String rpc, @Nullable Path token) throws ChainUnavailable {
    try (var node = node(rpc, token)) {
      return node.chainId();
    }
  }

  private static Node node(String rpc, @Nullable Path token) {
    return new Node(
        List.of(rpc), token == null ? List.of() : List.of(new TokenFile(token)), null, null);
  }

  /** Empty at the end. */
  public Optional<Held> next() throws ChainUnavailable {
    while (page.isEmpty() && next <= newest) {
      long last = Math.min(newest, next + AnchorEvents.PAGE - 1);
      page.addAll(events.between(next, last));
      next = last + 1;
    }
    return Optional.ofNullable(page.poll())
        .map(it -> new Held(it.size(), it.root(), it.checkpoint(), it.block(), it.transaction()));
  }

  @Override
  public void close() {
    node.close();
  }
}

package coop.artel.chain;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Anchors on whatever chain is open, and tells the connection how it went. */
@Component
class EvmChain extends Chain {
  private final ChainConnection connection;

  EvmChain(ChainConnection connection) {
    this.connection = connection;
  }

  @Override
  public ChainState state() {
    return connection.state();
  }

  @Override
  public Anchor anchor(String origin, long size, byte[] root, byte[] checkpoint)
      throws ChainUnavailable {
    if (size < 1 || root.length != 32 || checkpoint.length != 32) {
      throw new IllegalArgumentException("An anchor has a size above 0 and digests of 32 bytes");
    }
    var network = open();
    try {
      var anchor = network.anchor(origin, size, root, checkpoint);
      connection.delivered(network);
      return anchor;
    } catch (ChainStalled e) {
      connection.stalled(network, e.last());
      throw e;
    } catch (ChainUnavailable e) {
      if (e.isOfTheWay()) {
        connection.unreachable(network, e.reason());
      } else {
        connection.undelivered(network, e.reason());
      }
      throw e;
    } catch (AnchorContradicted e) {
      connection.undelivered(network, "chain.contradicted");
      throw e;
    }
  }

  @Override
  public Optional<Anchor> newest(String origin) throws ChainUnavailable {
    var network = open();
    try {
      return network.newest(origin);
    } catch (ChainUnavailable e) {
      connection.unreachable(network, e.reason());
      throw e;
    }
  }

  /**
   * Tells the connection nothing: a chain whose blocks cannot be proved takes anchors all the same.
   */
  @Override
  public Optional<AnchorProof> proof(String transaction, long block) throws ChainUnavailable {
    return open().proof(transaction, block);
  }

  private Network open() throws ChainUnavailable {
    var state = connection.state();
    return connection
        .network()
        .orElseThrow(
            () ->
                new ChainUnavailable(
                    state.reason() == null ? "chain.unavailable" : state.reason(),
                    "No chain is open: " + state.phase(),
                    null));
  }
}

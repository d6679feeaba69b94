package coop.artel.notary;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.chain.Anchor;
import coop.artel.chain.AnchorContradicted;
import coop.artel.chain.AnchorProof;
import coop.artel.chain.Chain;
import coop.artel.chain.ChainState;
import coop.artel.chain.ChainUnavailable;
import coop.artel.chain.MadeBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A chain in memory that can be away, or be begun anew. */
final class FakeChain {
  static final String CONTRACT = "0x" + "c0".repeat(20);

  final Chain chain = mock(Chain.class);
  final List<Anchor> anchors = new ArrayList<>();
  ChainState.Phase phase = ChainState.Phase.READY;
  Instant since = Instant.parse("2025-03-02T08:00:00Z");
  boolean refusing;

  /** Whether it answers though it is not ready. */
  boolean answering;

  boolean development = true;

  /** Blocks as they are, once they can be read; null where the node has forgotten them. */
  @Nullable Function<Anchor, MadeBlock> blocks = MadeBlock::unsealed;

  boolean unreadable;

  /** What happens between the reading of a head and its anchor. */
  Runnable beforeAnchor = () -> {};

  FakeChain() {
    when(chain.state())
        .thenAnswer(
            call ->
                new ChainState(
                    phase,
                    null,
                    since,
                    31337L,
                    CONTRACT,
                    development,
                    answering || phase == ChainState.Phase.READY));
    try {
      when(chain.newest(anyString()))
          .thenAnswer(
              call ->
                  anchors.isEmpty()
                      ? Optional.empty()
                      : Optional.of(anchors.get(anchors.size() - 1)));
      when(chain.anchor(anyString(), anyLong(), any(), any()))
          .thenAnswer(
              call ->
                  anchor(
                      call.getArgument(0),
                      call.getArgument(1),
                      call.getArgument(2),
                      call.getArgument(3)));
      when(chain.proof(anyString(), anyLong()))
          .thenAnswer(call -> proof(call.getArgument(0), call.getArgument(1)));
    } catch (ChainUnavailable e) {
      throw new AssertionError(e);
    }
  }

  private Anchor anchor(String origin, long size, byte[] root, byte[] checkpoint)
      throws ChainUnavailable {
    if (refusing) {
      throw new ChainUnavailable("no receipt");
    }
    beforeAnchor.run();
    for (var held : anchors) {
      if (held.size() == size && Arrays.equals(held.root(), root)) {
        return held;
      }
    }
    if (!anchors.isEmpty() && anchors.get(anchors.size() - 1).size() >= size) {
      throw new AnchorContradicted("held: " + anchors.get(anchors.size() - 1).size());
    }
    int block = anchors.size() + 1;
    var anchor =
        new Anchor(
            origin,
            size,
            root,
            checkpoint,
            31337,
            CONTRACT,
            // As on a development chain, where the same account's same call has the same hash.
            "0x" + Hashes.hex(Hashes.sha256(checkpoint, new byte[] {(byte) block})),
            block,
            since.plusSeconds(block));
    anchors.add(anchor);
    return anchor;
  }

  private Optional<AnchorProof> proof(String transaction, long block) throws ChainUnavailable {
    if (unreadable) {
      throw new ChainUnavailable("no receipts");
    }
    return anchors.stream()
        .filter(anchor -> anchor.block() == block && anchor.transaction().equals(transaction))
        .findFirst()
        .flatMap(anchor -> Optional.ofNullable(blocks).map(made -> made.apply(anchor).proof()));
  }

  /** A network whose blocks these many validators seal. */
  void sealedBy(int validators) {
    development = false;
    blocks = anchor -> MadeBlock.sealed(anchor, validators);
  }
}

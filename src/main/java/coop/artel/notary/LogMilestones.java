package coop.artel.notary;

import coop.artel.chain.AnchorReader;
import coop.artel.chain.ChainUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What earlier checkpoints and anchors say about beginnings of a log, held to the entries as they
 * are walked through. Keeps the next of each, and the few leaves since the last checkpoint that
 * held, to tell which entry it was.
 */
final class LogMilestones implements LogWalk.Listener {
  static final String ROOT = "log-root";
  static final String ANCHORS = "log-anchors";

  /** Between two checkpoints with more entries nobody looks for the two that changed places. */
  private static final int MOST_TRIED = 256;

  /** What a contract holds of the log, oldest first; empty at the end. */
  interface Anchors {
    Optional<AnchorReader.Held> next() throws ChainUnavailable;
  }

  private final LogHistory history;
  private final LogHistory.Signed newest;
  private final LogHistory.@Nullable Signed stamped;
  private final List<Anchors> contracts;
  private final List<Optional<AnchorReader.Held>> awaited = new ArrayList<>();
  private LogHistory.Signed next;
  private Edge good = new Edge();
  private final List<byte[]> leaves = new ArrayList<>();
  private long checkpoints;
  private long anchors;
  private Optional<AnchorReader.Held> lastAnchor = Optional.empty();

  /**
   * @param stamped of the checkpoints the one that has the newest time stamp, if any has
   */
  LogMilestones(
      LogHistory history,
      LogHistory.Signed newest,
      LogHistory.@Nullable Signed stamped,
      List<Anchors> contracts)
      throws Wrong, IOException, ChainUnavailable {
    this.history = history;
    this.newest = newest;
    this.stamped = stamped;
    this.contracts = List.copyOf(contracts);
    this.next = history.next().orElse(newest);
    for (Anchors contract : contracts) {
      awaited.add(contract.next());
    }
  }

  @Override
  public void appended(Edge edge, byte[] leaf) throws Wrong, IOException, ChainUnavailable {
    leaves.add(leaf);
    if (leaves.size() > MOST_TRIED) {
      leaves.clear();
    }
    boolean due = next.head().size() == edge.size();
    // A checkpoint tells more narrowly than an anchor which entry it is.
    if (due && !Arrays.equals(edge.root(), next.head().root())) {
      throw changed(edge.size()).in(next == newest ? ROOT : LogHistory.CHECK);
    }
    if (stamped != null
        && stamped.head().size() == edge.size()
        && !Arrays.equals(edge.root(), stamped.head().root())) {
      throw new Wrong("log-stamp", edge.size()).in(LogStamp.CHECK);
    }
    for (int i = 0; i < contracts.size(); i++) {
      compareAnchors(i, edge);
    }
    if (due) {
      passed(edge);
    }
  }

  private void passed(Edge edge) throws Wrong, IOException {
    good = new Edge(edge.size(), edge.bytes());
    leaves.clear();
    if (next != newest) {
      checkpoints++;
      next = history.next().orElse(newest);
    }
  }

  private void compareAnchors(int contract, Edge edge) throws Wrong, ChainUnavailable {
    var anchor = awaited.get(contract);
    while (anchor.isPresent() && anchor.get().size() <= edge.size()) {
      compare(anchor.get(), edge);
      anchors++;
      lastAnchor = anchor;
      anchor = contracts.get(contract).next();
    }
    awaited.set(contract, anchor);
  }

  private void compare(AnchorReader.Held anchor, Edge edge) throws Wrong {
    boolean sameNote =
        next.head().size() != anchor.size()
            || Arrays.equals(Hashes.sha256(next.note()), anchor.checkpoint());
    if (anchor.size() != edge.size() || !Arrays.equals(anchor.root(), edge.root()) || !sameNote) {
      throw new Wrong("log-anchor", anchor.size(), anchor.block(), anchor.transaction())
          .in(ANCHORS);
    }
  }

  /** What is anchored beyond the end was in the log once. */
  void checkEnd() throws Wrong {
    for (Optional<AnchorReader.Held> anchor : awaited) {
      if (anchor.isPresent()) {
        throw new Wrong("log-cut", newest.head().size(), anchor.get().size()).in(ANCHORS);
      }
    }
  }

  /** Which entries are not those that were sealed, as narrowly as it can be told. */
  private Wrong changed(long size) {
    long first = good.size();
    if (size - first == 1) {
      return new Wrong("log-entry-changed", first);
    }
    if (leaves.size() == size - first) {
      for (int i = 0; i < leaves.size(); i++) {
        for (int j = i + 1; j < leaves.size(); j++) {
          if (Arrays.equals(rootWithSwapped(i, j), next.head().root())) {
            return new Wrong("log-entries-swapped", first + i, first + j);
          }
        }
      }
    }
    return new Wrong("log-entries-changed", first, size - 1);
  }

  private byte[] rootWithSwapped(int one, int other) {
    var edge = new Edge(good.size(), good.bytes());
    for (int i = 0; i < leaves.size(); i++) {
      edge.append(leaves.get(i == one ? other : i == other ? one : i));
    }
    return edge.root();
  }

  /** Earlier checkpoints that held. */
  long checkpoints() {
    return checkpoints;
  }

  /** Anchors that held. */
  long anchors() {
    return anchors;
  }

  Optional<AnchorReader.Held> lastAnchor() {
    return lastAnchor;
  }
}

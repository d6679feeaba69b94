package coop.artel.notary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Roots and paths over a log's hashes. One instance remembers the tiles that it has read, so it
 * serves one reading.
 */
final class Tree {
  /** Hashes in a full tile, entries in a full bundle. */
  static final int WIDTH = 256;

  private static final int HEIGHT = 8;

  /** Where hashes are read. */
  @FunctionalInterface
  interface Tiles {
    /** As many hashes of a tile as there are, concatenated. */
    byte[] hashes(int level, long index);
  }

  private record Place(int level, long index) {}

  private final Tiles tiles;
  private final Map<Place, byte[]> read = new HashMap<>();

  Tree(Tiles tiles) {
    this.tiles = tiles;
  }

  Tree(JdbcClient database) {
    this(new StoredTiles(database));
  }

  /** The first hashes of a tile, if it has that many. */
  Optional<byte[]> tile(int level, long index, int width) {
    byte[] hashes = hashes(level, index);
    return hashes.length < width * Hashes.LENGTH
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(hashes, width * Hashes.LENGTH));
  }

  /** As many hashes of a tile as there are, concatenated. */
  byte[] hashes(int level, long index) {
    return read.computeIfAbsent(new Place(level, index), place -> tiles.hashes(level, index));
  }

  /** The inclusion path of RFC 6962 2.1.1 under a tree size that the log has had. */
  List<byte[]> path(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index %d is not below %d".formatted(index, size));
    }
    var path = new ArrayList<byte[]>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + Long.highestOneBit(end - start - 1);
      if (index < middle) {
        path.add(0, root(middle, end));
        end = middle;
      } else {
        path.add(0, root(start, middle));
        start = middle;
      }
    }
    return path;
  }

  /**
   * The consistency proof of RFC 6962 2.1.2: that a tree of the first size is the beginning of one
   * of the second.
   */
  List<byte[]> consistency(long first, long second) {
    if (first < 1 || first > second) {
      throw new IllegalArgumentException("%d is not from 1 to %d".formatted(first, second));
    }
    var proof = new ArrayList<byte[]>();
    long start = 0;
    long end = second;
    long rest = first;
    while (rest < end - start) {
      long middle = start + Long.highestOneBit(end - start - 1);
      if (rest <= middle - start) {
        proof.add(0, root(middle, end));
        end = middle;
      } else {
        proof.add(0, root(start, middle));
        rest -= middle - start;
        start = middle;
      }
    }
    // The whole old tree needs no hash: who asks has its root.
    if (start > 0) {
      proof.add(0, root(start, end));
    }
    return proof;
  }

  /** The hash over the entries from start to end, the end excluded. */
  byte[] root(long start, long end) {
    long length = end - start;
    long left = Long.highestOneBit(length);
    if (left != length) {
      return Merkle.node(root(start, start + left), root(start + left, end));
    }
    int height = Long.numberOfTrailingZeros(length);
    int level = height / HEIGHT;
    long first = start >> (level * HEIGHT);
    byte[] tile = hashes(level, first / WIDTH);
    int at = (int) (first % WIDTH) * Hashes.LENGTH;
    int bytes = (1 << (height % HEIGHT)) * Hashes.LENGTH;
    if (at + bytes > tile.length) {
      throw new IllegalStateException("the log has no hash over %d to %d".formatted(start, end));
    }
    return fold(Arrays.copyOfRange(tile, at, at + bytes));
  }

  /** The root over a power of two of hashes. */
  static byte[] fold(byte[] hashes) {
    if (hashes.length == Hashes.LENGTH) {
      return hashes;
    }
    int half = hashes.length / 2;
    return Merkle.node(
        fold(Arrays.copyOf(hashes, half)), fold(Arrays.copyOfRange(hashes, half, hashes.length)));
  }
}

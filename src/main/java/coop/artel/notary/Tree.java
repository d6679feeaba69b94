package coop.artel.notary;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log's hashes, read back: full tiles as they are stored, partial ones from what they
 * summarise. One instance remembers the tiles that it has read, so it serves one reading.
 */
final class Tree {
  /** Hashes in a full tile, entries in a full bundle. */
  static final int WIDTH = 256;

  private static final int HEIGHT = 8;

  private record Place(int level, long index) {}

  private final JdbcClient database;
  private final Map<Place, byte[]> read = new HashMap<>();

  Tree(JdbcClient database) {
    this.database = database;
  }

  /** The first hashes of a tile, if it has that many. */
  Optional<byte[]> tile(int level, long index, int width) {
    byte[] hashes = hashes(level, index);
    return hashes.length < width * Hashes.LENGTH
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(hashes, width * Hashes.LENGTH));
  }

  /** The first entries of a bundle, each after its length in two bytes, if it has that many. */
  Optional<byte[]> bundle(long index, int width) {
    var entries =
        database
            .sql(
                "select r.entry from notary.entries e join notary.records r on r.id = e.record"
                    + " where e.idx >= ? and e.idx < ? order by e.idx")
            .params(index * WIDTH, index * WIDTH + width)
            .query((row, i) -> row.getBytes(1))
            .list();
    if (entries.size() < width) {
      return Optional.empty();
    }
    return Optional.of(Bundle.write(entries));
  }

  /** As many hashes of a tile as there are, concatenated. */
  byte[] hashes(int level, long index) {
    return read.computeIfAbsent(new Place(level, index), place -> load(level, index));
  }

  private byte[] load(int level, long index) {
    var full =
        database
            .sql("select hashes from notary.tiles where level = ? and idx = ?")
            .params(level, index)
            .query((row, i) -> row.getBytes(1))
            .optional();
    if (full.isPresent()) {
      return full.get();
    }
    String partial =
        level == 0
            ? "select leaf from notary.entries where ? = 0 and idx >= ? and idx < ? order by idx"
            : "select root from notary.tiles where level = ? and idx >= ? and idx < ? order by idx";
    var hashes = new ByteArrayOutputStream();
    database
        .sql(partial)
        .params(Math.max(level - 1, 0), index * WIDTH, (index + 1) * WIDTH)
        .query((row, i) -> row.getBytes(1))
        .list()
        .forEach(hashes::writeBytes);
    return hashes.toByteArray();
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

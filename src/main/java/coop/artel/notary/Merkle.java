package coop.artel.notary;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashing of RFC 6962 and the inclusion proofs of RFC 9162. */
final class Merkle {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Merkle() {}

  static byte[] leaf(byte[] entry) {
    return Hashes.sha256(LEAF, entry);
  }

  static byte[] node(byte[] left, byte[] right) {
    return Hashes.sha256(NODE, left, right);
  }

  /**
   * Whether a consistency proof shows that a tree is the beginning of another (RFC 9162 2.1.4.2).
   */
  static boolean isBeginning(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
    if (first < 1 || first > second) {
      return false;
    }
    if (first == second) {
      return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    }
    var hashes = new ArrayDeque<>(proof);
    if (Long.bitCount(first) == 1) {
      hashes.addFirst(firstRoot);
    }
    long place = first - 1;
    long last = second - 1;
    while ((place & 1) == 1) {
      place >>= 1;
      last >>= 1;
    }
    byte @Nullable [] left = hashes.poll();
    byte @Nullable [] whole = left;
    while (!hashes.isEmpty() && left != null && whole != null) {
      byte[] hash = hashes.remove();
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        left = node(hash, left);
        whole = node(hash, whole);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        whole = node(whole, hash);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(left, firstRoot) && Arrays.equals(whole, secondRoot);
  }

  /**
   * The root that a path leads to (RFC 9162 2.1.3.2). A right root alone proves nothing about the
   * place: an index outside the tree, or a path that is too long or too short for it, is refused
   * with {@link IllegalArgumentException}.
   */
  static byte[] root(long index, long size, byte[] leaf, List<byte[]> path) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index %d is not below %d".formatted(index, size));
    }
    long place = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        throw new IllegalArgumentException("the path is too long");
      }
      if ((place & 1) == 1 || place == last) {
        hash = node(sibling, hash);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new IllegalArgumentException("the path is too short");
    }
    return hash;
  }
}

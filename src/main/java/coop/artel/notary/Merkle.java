package coop.artel.notary;

import java.util.List;

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

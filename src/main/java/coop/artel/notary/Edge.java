package coop.artel.notary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of the tree: the roots of the full subtrees that its size is made of, largest
 * first. It is all that appending needs to know of the entries before.
 */
final class Edge {
  private long size;
  private final List<byte[]> roots = new ArrayList<>();

  /** The edge of the empty tree. */
  Edge() {}

  /** An edge as {@link #bytes} gave it. */
  Edge(long size, byte[] bytes) {
    if (bytes.length != Long.bitCount(size) * Hashes.LENGTH) {
      throw new IllegalArgumentException("not the edge of a tree of " + size);
    }
    this.size = size;
    for (int at = 0; at < bytes.length; at += Hashes.LENGTH) {
      roots.add(Arrays.copyOfRange(bytes, at, at + Hashes.LENGTH));
    }
  }

  long size() {
    return size;
  }

  void append(byte[] leaf) {
    byte[] hash = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = Merkle.node(roots.remove(roots.size() - 1), hash);
    }
    roots.add(hash);
    size++;
  }

  byte[] root() {
    if (size == 0) {
      return Hashes.sha256();
    }
    byte[] hash = roots.get(roots.size() - 1);
    for (int i = roots.size() - 2; i >= 0; i--) {
      hash = Merkle.node(roots.get(i), hash);
    }
    return hash;
  }

  byte[] bytes() {
    byte[] bytes = new byte[roots.size() * Hashes.LENGTH];
    for (int i = 0; i < roots.size(); i++) {
      System.arraycopy(roots.get(i), 0, bytes, i * Hashes.LENGTH, Hashes.LENGTH);
    }
    return bytes;
  }
}

package coop.artel.chain;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.web3j.crypto.Hash;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;

/**
 * The Merkle Patricia trie of a block's receipts (Ethereum's yellow paper, appendix D): from the
 * RLP of an index to the encoded receipt. No index begins another and a receipt holds a bloom of
 * 256 bytes, so a branch has no value of its own and a node is never written into another; a proof
 * in which it is so is refused.
 *
 * @param root 32 bytes
 * @param path from the root to the receipt, encoded
 */
record ReceiptTrie(byte[] root, List<byte[]> path) {
  private static final int BRANCH = 17;
  private static final int LEAST = 32;

  private record Leaf(byte[] nibbles, byte[] receipt) {}

  ReceiptTrie {
    path = List.copyOf(path);
  }

  /**
   * The trie of a block, with the proof of one of its receipts.
   *
   * @param receipts as the block has them, encoded
   */
  static ReceiptTrie of(List<byte[]> receipts, int index) {
    if (receipts.stream().anyMatch(receipt -> receipt.length < LEAST)) {
      throw new IllegalArgumentException("A receipt is shorter than its bloom");
    }
    var leaves =
        IntStream.range(0, receipts.size())
            .mapToObj(i -> new Leaf(key(i), receipts.get(i)))
            .toList();
    var path = new ArrayDeque<byte[]>();
    byte[] top = node(leaves, 0, leaves.get(index), path);
    return new ReceiptTrie(Hash.sha3(top), List.copyOf(path));
  }

  /** Whether the path leads from the root to the receipt at this index, with no step left over. */
  static boolean holds(byte[] root, long index, byte[] receipt, List<byte[]> path) {
    try {
      return leads(root, key(index), receipt, path);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] key(long index) {
    return nibbles(RlpEncoder.encode(RlpString.create(BigInteger.valueOf(index))));
  }

  /**
   * Encodes the node over these leaves, and puts it on the path if the wanted one is among them.
   */
  private static byte[] node(List<Leaf> leaves, int depth, Leaf wanted, Deque<byte[]> path) {
    int common = common(leaves, depth);
    RlpList node;
    if (leaves.size() == 1) {
      var leaf = leaves.get(0);
      node = pair(leaf.nibbles, depth, leaf.nibbles.length, true, leaf.receipt);
    } else if (common > depth) {
      byte[] below = node(leaves, common, wanted, path);
      node = pair(leaves.get(0).nibbles, depth, common, false, Hash.sha3(below));
    } else {
      node = branch(leaves, depth, wanted, path);
    }
    byte[] encoded = RlpEncoder.encode(node);
    if (leaves.contains(wanted)) {
      path.addFirst(encoded);
    }
    return encoded;
  }

  private static RlpList branch(List<Leaf> leaves, int depth, Leaf wanted, Deque<byte[]> path) {
    var children = new ArrayList<RlpType>();
    for (int nibble = 0; nibble < BRANCH - 1; nibble++) {
      byte next = (byte) nibble;
      var below = leaves.stream().filter(leaf -> leaf.nibbles[depth] == next).toList();
      children.add(
          RlpString.create(
              below.isEmpty() ? new byte[0] : Hash.sha3(node(below, depth + 1, wanted, path))));
    }
    children.add(RlpString.create(new byte[0]));
    return new RlpList(children);
  }

  private static RlpList pair(byte[] nibbles, int from, int to, boolean leaf, byte[] value) {
    return new RlpList(
        RlpString.create(compact(Arrays.copyOfRange(nibbles, from, to), leaf)),
        RlpString.create(value));
  }

  /** The depth down to which all of them agree. */
  private static int common(List<Leaf> leaves, int depth) {
    byte[] first = leaves.get(0).nibbles;
    int common = first.length;
    for (Leaf leaf : leaves) {
      int differs = Arrays.mismatch(first, leaf.nibbles);
      common = differs < 0 ? common : Math.min(common, differs);
    }
    return Math.max(common, depth);
  }

  private static boolean leads(byte[] root, byte[] key, byte[] receipt, List<byte[]> path) {
    byte[] expected = root;
    int depth = 0;
    for (int i = 0; i < path.size(); i++) {
      if (!Arrays.equals(Hash.sha3(path.get(i)), expected)) {
        return false;
      }
      var node = StrictRlp.decodeList(path.get(i));
      if (node.size() == BRANCH) {
        if (depth == key.length) {
          return false;
        }
        expected = StrictRlp.bytes(node.get(key[depth]));
        depth++;
      } else if (node.size() == 2) {
        byte[] written = StrictRlp.bytes(node.get(0));
        byte[] rest = Arrays.copyOfRange(key, depth, key.length);
        if (Arrays.equals(written, compact(rest, true))) {
          return i == path.size() - 1 && Arrays.equals(StrictRlp.bytes(node.get(1)), receipt);
        }
        int steps = extension(written, rest);
        if (steps == 0) {
          return false;
        }
        expected = StrictRlp.bytes(node.get(1));
        depth += steps;
      } else {
        return false;
      }
    }
    return false;
  }

  /** How many nibbles of the key an extension node stands for; none if for others. */
  private static int extension(byte[] written, byte[] key) {
    for (int steps = 1; steps <= key.length; steps++) {
      if (Arrays.equals(written, compact(Arrays.copyOf(key, steps), false))) {
        return steps;
      }
    }
    return 0;
  }

  private static byte[] nibbles(byte[] bytes) {
    byte[] nibbles = new byte[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      nibbles[2 * i] = (byte) ((bytes[i] & 0xff) >> 4);
      nibbles[2 * i + 1] = (byte) (bytes[i] & 15);
    }
    return nibbles;
  }

  /**
   * Hex-prefix encoding (appendix C): two nibbles a byte, before them whether odd and whether last.
   */
  private static byte[] compact(byte[] nibbles, boolean leaf) {
    int odd = nibbles.length & 1;
    byte[] bytes = new byte[nibbles.length / 2 + 1];
    bytes[0] = (byte) (((leaf ? 2 : 0) + odd) << 4);
    for (int i = 0; i < nibbles.length; i++) {
      int place = i + 2 - odd;
      bytes[place / 2] |= (byte) (nibbles[i] << (place % 2 == 0 ? 4 : 0));
    }
    return bytes;
  }
}

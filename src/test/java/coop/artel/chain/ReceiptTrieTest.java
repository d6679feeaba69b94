package coop.artel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpString;

class ReceiptTrieTest {
  private static final List<byte[]> RECEIPTS = RealBlock.rawReceipts();

  private final byte[] root = BlockHeader.parse(RealBlock.rawHeader()).receiptsRoot();

  @Test
  void each_receipt_of_a_real_block_leads_to_the_root_in_its_header() {
    for (int index = 0; index < RECEIPTS.size(); index++) {
      var trie = ReceiptTrie.of(RECEIPTS, index);

      assertThat(trie.root()).isEqualTo(root);
      assertThat(ReceiptTrie.holds(root, index, RECEIPTS.get(index), trie.path())).isTrue();
    }
  }

  @Test
  void a_proof_is_of_one_receipt_at_one_place() {
    for (int index = 0; index < RECEIPTS.size(); index++) {
      var path = ReceiptTrie.of(RECEIPTS, index).path();
      for (int other = 0; other < RECEIPTS.size() + 300; other++) {
        if (other != index) {
          assertThat(ReceiptTrie.holds(root, other, RECEIPTS.get(index), path)).isFalse();
          if (other < RECEIPTS.size()) {
            assertThat(ReceiptTrie.holds(root, index, RECEIPTS.get(other), path)).isFalse();
          }
        }
      }
    }
  }

  @Test
  void every_flipped_bit_of_a_node_is_found() {
    var path = ReceiptTrie.of(RECEIPTS, 3).path();
    for (int node = 0; node < path.size(); node++) {
      for (int bit = 0; bit < 8 * path.get(node).length; bit++) {
        byte[] flipped = path.get(node).clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        var other = new ArrayList<>(path);
        other.set(node, flipped);
        assertThat(ReceiptTrie.holds(root, 3, RECEIPTS.get(3), other))
            .as("node %d bit %d", node, bit)
            .isFalse();
      }
    }
  }

  @Test
  void a_node_too_many_or_too_few_is_found() {
    var path = ReceiptTrie.of(RECEIPTS, 3).path();
    var more = new ArrayList<>(path);
    more.add(path.get(path.size() - 1));
    var earlier = new ArrayList<>(path);
    earlier.add(0, path.get(0));

    assertThat(path).hasSizeGreaterThan(1);
    assertThat(ReceiptTrie.holds(root, 3, RECEIPTS.get(3), more)).isFalse();
    assertThat(ReceiptTrie.holds(root, 3, RECEIPTS.get(3), earlier)).isFalse();
    assertThat(ReceiptTrie.holds(root, 3, RECEIPTS.get(3), path.subList(0, 1))).isFalse();
    assertThat(ReceiptTrie.holds(root, 3, RECEIPTS.get(3), path.subList(1, path.size()))).isFalse();
    assertThat(ReceiptTrie.holds(root, 3, RECEIPTS.get(3), List.of())).isFalse();
  }

  /** One byte, two and three of key; a leaf at the root; extensions. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 127, 128, 129, 255, 256, 257, 700})
  void every_receipt_of_a_block_of_any_length_is_proved(int count) {
    var random = new Random(count);
    var receipts = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      byte[] receipt = new byte[300];
      random.nextBytes(receipt);
      receipts.add(receipt);
    }
    for (int index : List.of(0, count / 2, Math.min(count - 1, 128), count - 1)) {
      var trie = ReceiptTrie.of(receipts, index);
      assertThat(trie.root()).isEqualTo(ReceiptTrie.of(receipts, 0).root());
      assertThat(ReceiptTrie.holds(trie.root(), index, receipts.get(index), trie.path())).isTrue();
      assertThat(ReceiptTrie.holds(trie.root(), index + 1, receipts.get(index), trie.path()))
          .isFalse();
    }
  }

  @Test
  void a_node_that_is_no_node_is_found() {
    byte[] noNode = RlpEncoder.encode(RlpString.create("a text and no node of a trie at all"));
    byte[] ofItself = org.web3j.crypto.Hash.sha3(noNode);

    assertThat(ReceiptTrie.holds(ofItself, 0, RECEIPTS.get(0), List.of(noNode))).isFalse();
    byte[] empty = {(byte) 0xc0};
    assertThat(
            ReceiptTrie.holds(
                org.web3j.crypto.Hash.sha3(empty), 0, RECEIPTS.get(0), List.of(empty)))
        .isFalse();
    assertThatThrownBy(() -> ReceiptTrie.of(List.of(new byte[5]), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

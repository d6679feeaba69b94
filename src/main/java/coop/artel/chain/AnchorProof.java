package coop.artel.chain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.web3j.rlp.RlpType;
import org.web3j.utils.Numeric;

/**
 * What shows without a node that the event of an anchor stands in a block: the block's header, the
 * receipt of the anchor's transaction, and the way through the trie of receipts from one to the
 * other. All of them as they are hashed.
 *
 * @param header RLP
 * @param index of the receipt in its block, from 0
 * @param receipt a byte for its type, unless it is 0, and RLP
 * @param path nodes of the trie, the root first
 */
public record AnchorProof(byte[] header, long index, byte[] receipt, List<byte[]> path) {
  private static final int RECEIPT_FIELDS = 4;
  private static final int STATUS = 0;
  private static final int LOGS = 3;
  private static final int LOG_FIELDS = 3;

  public AnchorProof {
    path = List.copyOf(path);
  }

  /** Throws {@link IllegalArgumentException} if it is no header of a block. */
  public BlockHeader block() {
    return BlockHeader.parse(header);
  }

  /** Whether the receipt stands at its index in the block. */
  public boolean standsIn(BlockHeader block) {
    return ReceiptTrie.holds(block.receiptsRoot(), index, receipt, path);
  }

  /** Whether the transaction did what it was sent for. */
  public boolean succeeded() {
    try {
      return Arrays.equals(StrictRlp.bytes(fields().get(STATUS)), new byte[] {1});
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the transaction made that contract tell of this very head of the log. */
  public boolean tells(String contract, String origin, long size, byte[] root, byte[] checkpoint) {
    byte[] address = Numeric.hexStringToByteArray(contract);
    byte[] event = Numeric.hexStringToByteArray(AnchorContract.ANCHORED_TOPIC);
    byte[] name = AnchorContract.nameOf(origin);
    byte[] data = data(size, root, checkpoint);
    try {
      return StrictRlp.list(fields().get(LOGS)).stream()
          .map(StrictRlp::list)
          .anyMatch(log -> isEvent(log, address, List.of(event, name), data));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<RlpType> fields() {
    // A type is below 0x80, where a list begins; Java counts bytes above that as negative.
    boolean typed = receipt.length > 0 && receipt[0] > 0;
    var fields =
        StrictRlp.decodeList(typed ? Arrays.copyOfRange(receipt, 1, receipt.length) : receipt);
    if (fields.size() != RECEIPT_FIELDS) {
      throw new IllegalArgumentException("No receipt of a transaction");
    }
    return fields;
  }

  private static boolean isEvent(
      List<RlpType> log, byte[] address, List<byte[]> topics, byte[] data) {
    if (log.size() != LOG_FIELDS
        || !Arrays.equals(StrictRlp.bytes(log.get(0)), address)
        || !Arrays.equals(StrictRlp.bytes(log.get(2)), data)) {
      return false;
    }
    var found = StrictRlp.list(log.get(1));
    return found.size() == topics.size()
        && Arrays.equals(StrictRlp.bytes(found.get(0)), topics.get(0))
        && Arrays.equals(StrictRlp.bytes(found.get(1)), topics.get(1));
  }

  /** The event's words that are not indexed, each of 32 bytes. */
  private static byte[] data(long size, byte[] root, byte[] checkpoint) {
    return ByteBuffer.allocate(96).putLong(24, size).put(32, root).put(64, checkpoint).array();
  }
}

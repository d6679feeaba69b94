package coop.artel.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import org.web3j.utils.Numeric;

/**
 * Reads from a node what proves an anchor without one. What the node says is written as blocks hash
 * it, and used only if the block's hash and its root of receipts come out.
 */
record ProofReader(Node node) {
  private static final List<String> HEADER =
      List.of(
          "parentHash",
          "sha3Uncles",
          "miner",
          "stateRoot",
          "transactionsRoot",
          "receiptsRoot",
          "logsBloom",
          "difficulty",
          "number",
          "gasLimit",
          "gasUsed",
          "timestamp",
          "extraData",
          "mixHash",
          "nonce");

  /** What forks added, in their order: London, Shanghai, Cancun three times, Prague. */
  private static final List<String> ADDED =
      List.of(
          "baseFeePerGas",
          "withdrawalsRoot",
          "blobGasUsed",
          "excessBlobGas",
          "parentBeaconBlockRoot",
          "requestsHash");

  /** Written without zeros in front; everything else is bytes. */
  private static final List<String> NUMBERS =
      List.of(
          "difficulty",
          "number",
          "gasLimit",
          "gasUsed",
          "timestamp",
          "baseFeePerGas",
          "blobGasUsed",
          "excessBlobGas");

  private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");

  /** Empty if the node has no such block, or not with that transaction. */
  Optional<AnchorProof> proof(String transaction, long number) throws ChainUnavailable {
    try {
      return read(transaction, number);
    } catch (IllegalArgumentException e) {
      throw unprovable("Block %d: %s".formatted(number, e.getMessage()), e);
    }
  }

  private Optional<AnchorProof> read(String transaction, long number) throws ChainUnavailable {
    var place = Numeric.encodeQuantity(BigInteger.valueOf(number));
    var block = answer("eth_getBlockByNumber", place, false);
    var transactions = new ArrayList<String>();
    block.path("transactions").forEach(hash -> transactions.add(hash.asText()));
    int index = transactions.indexOf(transaction);
    if (index < 0) {
      return Optional.empty();
    }
    var header = header(block);
    var receipts = receipts(place, transactions);
    var trie = ReceiptTrie.of(receipts, index);
    if (!Arrays.equals(trie.root(), header.receiptsRoot())) {
      throw new IllegalArgumentException("its receipts do not give their root");
    }
    return Optional.of(new AnchorProof(header.raw(), index, receipts.get(index), trie.path()));
  }

  /** Who seals blocks now, by the newest one's own words; none if it is not of QBFT. */
  List<String> validators() throws ChainUnavailable {
    var block = answer("eth_getBlockByNumber", "latest", false);
    try {
      return header(block).namedValidators();
    } catch (IllegalArgumentException e) {
      throw unprovable("The newest block: " + e.getMessage(), e);
    }
  }

  private static BlockHeader header(JsonNode block) {
    var fields = new ArrayList<RlpType>();
    HEADER.forEach(name -> fields.add(field(block, name)));
    ADDED.stream()
        .takeWhile(name -> block.path(name).isTextual())
        .forEach(name -> fields.add(field(block, name)));
    var header = BlockHeader.of(fields);
    if (!Arrays.equals(header.hash(), bytes(block, "hash"))) {
      throw new IllegalArgumentException("its header does not give its hash");
    }
    return header;
  }

  private static RlpType field(JsonNode block, String name) {
    return NUMBERS.contains(name) ? number(block, name) : text(block, name);
  }

  /** All at once from nodes that know how, else one by one. */
  private List<byte[]> receipts(String place, List<String> transactions) throws ChainUnavailable {
    var together = together(place);
    var receipts = new ArrayList<byte[]>();
    for (int i = 0; i < transactions.size(); i++) {
      receipts.add(
          receipt(
              together.isArray()
                  ? together.path(i)
                  : answer("eth_getTransactionReceipt", transactions.get(i))));
    }
    return receipts;
  }

  private JsonNode together(String place) throws ChainUnavailable {
    try {
      return ask("eth_getBlockReceipts", place);
    } catch (NodeRefusal e) {
      return MissingNode.getInstance();
    }
  }

  /** As a trie of receipts holds it (EIP-2718: the type stands before the RLP). */
  private static byte[] receipt(JsonNode receipt) {
    var logs = new ArrayList<RlpType>();
    receipt.path("logs").forEach(log -> logs.add(log(log)));
    byte[] fields =
        RlpEncoder.encode(
            new RlpList(
                // Before Byzantium a root stood where the status is now.
                receipt.has("status") ? number(receipt, "status") : text(receipt, "root"),
                number(receipt, "cumulativeGasUsed"),
                text(receipt, "logsBloom"),
                new RlpList(logs)));
    byte[] type = receipt.has("type") ? number(receipt, "type").getBytes() : new byte[0];
    return ByteBuffer.allocate(type.length + fields.length).put(type).put(fields).array();
  }

  private static RlpList log(JsonNode log) {
    var topics = new ArrayList<RlpType>();
    log.path("topics").forEach(topic -> topics.add(RlpString.create(bytes(topic.asText()))));
    return new RlpList(text(log, "address"), new RlpList(topics), text(log, "data"));
  }

  private JsonNode answer(String method, Object... parameters) throws ChainUnavailable {
    try {
      return ask(method, parameters);
    } catch (NodeRefusal e) {
      throw e.asUnavailable();
    }
  }

  private JsonNode ask(String method, Object... parameters) throws ChainUnavailable, NodeRefusal {
    var result = node.ask(method, List.of(parameters), JsonResponse.class).getResult();
    return result == null ? MissingNode.getInstance() : result;
  }

  private static RlpString text(JsonNode of, String name) {
    return RlpString.create(bytes(of, name));
  }

  private static RlpString number(JsonNode of, String name) {
    String hex = of.path(name).asText();
    if (!QUANTITY.matcher(hex).matches()) {
      throw new IllegalArgumentException("it lacks a field");
    }
    return RlpString.create(new BigInteger(hex.substring(2), 16));
  }

  private static byte[] bytes(JsonNode of, String name) {
    return bytes(of.path(name).asText());
  }

  private static byte[] bytes(String hex) {
    if (!hex.startsWith("0x")) {
      throw new IllegalArgumentException("it lacks a field");
    }
    return HexFormat.of().parseHex(hex, 2, hex.length());
  }

  private static ChainUnavailable unprovable(String message, IllegalArgumentException cause) {
    return new ChainUnavailable("chain.not-provable", message, cause);
  }
}

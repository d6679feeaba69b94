package coop.artel.notary;

import coop.artel.chain.Anchor;
import coop.artel.chain.AnchorProof;
import coop.artel.chain.BlockHeader;
import coop.artel.values.CanonicalJson;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How an export states where its checkpoint is anchored, and how it proves that. */
final class AnchorFiles {
  private static final long PROOF_VERSION = 1;
  private static final int LONGEST_PROOF = 1 << 20;
  private static final int MOST_NODES = 16;

  /** The proof as the file has it, its header read. */
  record Proof(AnchorProof proof, BlockHeader block) {}

  private AnchorFiles() {}

  static Map<String, Object> stated(Anchor anchor) {
    var stated = new TreeMap<String, Object>();
    stated.put("v", RecordFormat.VERSION);
    stated.put("chain", anchor.chainId());
    stated.put("contract", anchor.contract());
    stated.put("transaction", anchor.transaction());
    stated.put("block", anchor.block());
    stated.put("at", RecordFormat.instant(anchor.at()));
    stated.put("origin", anchor.origin());
    stated.put("size", anchor.size());
    stated.put("root", Hashes.hex(anchor.root()));
    stated.put("checkpoint", Hashes.hex(anchor.checkpoint()));
    return stated;
  }

  static byte[] proof(AnchorProof proof) {
    return CanonicalJson.write(
        Map.of(
            "v",
            PROOF_VERSION,
            "hash",
            hex(proof.block().hash()),
            "header",
            hex(proof.header()),
            "index",
            proof.index(),
            "path",
            proof.path().stream().map(AnchorFiles::hex).toList(),
            "receipt",
            hex(proof.receipt())));
  }

  /** Reads the one form of a proof; the hash that it states is the header's. */
  static Proof readProof(byte[] file) throws Wrong {
    try {
      if (file.length > LONGEST_PROOF) {
        throw new Wrong("form", ExportNames.ANCHOR_PROOF);
      }
      var said = new Fields(ExportNames.ANCHOR_PROOF, CanonicalJson.read(file));
      said.only("v", "hash", "header", "index", "path", "receipt");
      said.version(PROOF_VERSION);
      var path = new ArrayList<byte[]>();
      List<?> nodes = said.list("path");
      if (nodes.size() > MOST_NODES) {
        throw new Wrong("field", said.file(), "path");
      }
      for (Object node : nodes) {
        path.add(bytes(node));
      }
      var proof =
          new AnchorProof(
              bytes(said.text("header")), said.number("index"), bytes(said.text("receipt")), path);
      var block = proof.block();
      said.is("hash", hex(block.hash()));
      return new Proof(proof, block);
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", ExportNames.ANCHOR_PROOF);
    }
  }

  static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(Object value) {
    if (value instanceof String text && text.startsWith("0x")) {
      byte[] bytes = HexFormat.of().parseHex(text, 2, text.length());
      if (hex(bytes).equals(text)) {
        return bytes;
      }
    }
    throw new IllegalArgumentException("Not 0x and lower-case hex digits");
  }
}

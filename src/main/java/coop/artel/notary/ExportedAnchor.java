package coop.artel.notary;

import coop.artel.chain.BlockHeader;
import coop.artel.chain.Seals;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The proof that an export's anchor stands in a block, held against what is stated of it. */
final class ExportedAnchor {
  private static final String FILE = ExportNames.ANCHOR_PROOF;

  private final SortedMap<String, byte[]> files;
  private final @Nullable Fields stated;
  private AnchorFiles.@Nullable Proof read;

  /**
   * @param stated what {@code anchor.json} says, if it is there and has its form
   */
  ExportedAnchor(SortedMap<String, byte[]> files, @Nullable Fields stated) {
    this.files = files;
    this.stated = stated;
  }

  boolean isThere() {
    return files.containsKey(FILE);
  }

  /** The number of the block that is stated, as a person reads it. */
  Optional<String> statedBlock() {
    return Optional.ofNullable(stated).map(said -> String.valueOf(said.content().get("block")));
  }

  /** The header has its form, gives the block's hash, and is of the block that is stated. */
  void checkBlock() throws Wrong {
    var said = stated();
    var proof = AnchorFiles.readProof(Fields.bytes(files, FILE));
    var block = proof.block();
    if (said.number("block") != block.number()
        || !said.text("at").equals(RecordFormat.instant(block.at()))) {
      throw new Wrong("anchor-block", FILE, Long.toString(block.number()));
    }
    read = proof;
  }

  /** The receipt stands in the block. */
  void checkReceipt() throws Wrong {
    var proof = proof();
    if (!proof.proof().standsIn(proof.block())) {
      throw new Wrong("anchor-receipt", FILE, Long.toString(proof.proof().index()));
    }
  }

  /** The receipt is of a transaction that succeeded and told of this checkpoint. */
  void checkEvent() throws Wrong {
    var said = stated();
    var proof = proof().proof();
    if (!proof.succeeded()) {
      throw new Wrong("anchor-failed", FILE);
    }
    if (!proof.tells(
        said.text("contract"),
        said.text("origin"),
        said.number("size"),
        said.hash("root"),
        said.hash("checkpoint"))) {
      throw new Wrong("anchor-event", FILE, said.text("contract"));
    }
  }

  /** Enough of the validators have sealed the block. */
  Seals checkSeals(List<String> validators) throws Wrong {
    if (validators.isEmpty()) {
      throw new Wrong("no-validators", FILE);
    }
    var seals = block().seals(validators);
    if (!seals.enough()) {
      throw new Wrong("seals", FILE, seals.counted(), seals.validators(), seals.needed());
    }
    return seals;
  }

  BlockHeader block() {
    return proof().block();
  }

  private Fields stated() throws Wrong {
    if (stated == null) {
      throw new Wrong("absent", ExportNames.ANCHOR);
    }
    return stated;
  }

  private AnchorFiles.Proof proof() {
    if (read == null) {
      throw new IllegalStateException("the block is read first");
    }
    return read;
  }
}

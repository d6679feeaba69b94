package coop.artel.notary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the entries of an export stand in the log, who signed its head, and what anchors it. */
final class ExportedSeal {
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");
  private static final Pattern TRANSACTION = Pattern.compile("0x[0-9a-f]{64}");

  private final SortedMap<String, byte[]> files;
  private @Nullable SignedNote note;
  private @Nullable Checkpoint checkpoint;
  private @Nullable Fields anchor;

  ExportedSeal(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /**
   * The checkpoint has its form, and every entry stands under it at a later place than the last.
   */
  void checkProofs(ExportedCase exported) throws Wrong {
    byte[] bytes = Fields.bytes(files, ExportNames.CHECKPOINT);
    var head = readHead(bytes);
    long last = -1;
    for (long n = 1; n <= exported.count(); n++) {
      last = checkProof(n, last, exported.leaf(n), bytes, head);
    }
  }

  private Checkpoint readHead(byte[] bytes) throws Wrong {
    try {
      var signed = SignedNote.parse(bytes);
      var head = Checkpoint.parse(signed.text());
      note = signed;
      checkpoint = head;
      return head;
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", ExportNames.CHECKPOINT);
    }
  }

  private long checkProof(long n, long last, byte[] leaf, byte[] note, Checkpoint head)
      throws Wrong {
    String file = ExportNames.proof(n);
    InclusionProof proof;
    try {
      proof = InclusionProof.parse(Fields.bytes(files, file));
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", file);
    }
    if (proof.extra() != null) {
      throw new Wrong("form", file);
    }
    if (!Arrays.equals(proof.checkpoint(), note)) {
      throw new Wrong("other-checkpoint", file);
    }
    if (proof.index() <= last) {
      throw new Wrong("log-order", file);
    }
    try {
      if (!Arrays.equals(
          Merkle.root(proof.index(), head.size(), leaf, proof.path()), head.root())) {
        throw new Wrong("not-included", file);
      }
    } catch (IllegalArgumentException e) {
      throw new Wrong("not-included", file);
    }
    return proof.index();
  }

  /** What is said of an anchor speaks of this checkpoint. */
  Optional<Fields> checkAnchor() throws Wrong {
    if (!files.containsKey(ExportNames.ANCHOR)) {
      return Optional.empty();
    }
    var said = Fields.read(files, ExportNames.ANCHOR);
    said.only(
        "v",
        "chain",
        "contract",
        "transaction",
        "block",
        "at",
        "origin",
        "size",
        "root",
        "checkpoint");
    said.version(RecordFormat.VERSION);
    said.number("chain");
    said.number("block");
    said.text("at");
    if (!ADDRESS.matcher(said.text("contract")).matches()) {
      throw new Wrong("field", said.file(), "contract");
    }
    if (!TRANSACTION.matcher(said.text("transaction")).matches()) {
      throw new Wrong("field", said.file(), "transaction");
    }
    var head = head();
    said.is("origin", head.origin());
    said.is("size", head.size());
    said.is("root", Hashes.hex(head.root()));
    said.is("checkpoint", Hashes.hex(Hashes.sha256(asTheLogSigned())));
    anchor = said;
    return Optional.of(said);
  }

  /** What was read of the anchor, if there is one. */
  Optional<Fields> anchor() {
    return Optional.ofNullable(anchor);
  }

  /** The checkpoint under the log's own signature alone: what anchors and stamps speak of. */
  byte[] asTheLogSigned() throws Wrong {
    return signedNote()
        .under(head().origin())
        .orElseThrow(() -> new Wrong("signature", ExportNames.CHECKPOINT))
        .bytes();
  }

  /** A log that the policy names signed the checkpoint; other signatures count nothing. */
  void checkSignature(Policy policy) throws Wrong {
    policy.checkSigned(signedNote(), head().origin(), ExportNames.CHECKPOINT);
  }

  /** The anchor is on a contract that the policy names. */
  void checkChain(List<Policy.TrustedChain> chains) throws Wrong {
    var said = anchor;
    if (said == null) {
      return;
    }
    long id = said.number("chain");
    String contract = said.text("contract");
    var named = chains.stream().filter(chain -> chain.id() == id).toList();
    if (named.isEmpty()) {
      throw new Wrong("unknown-chain", said.file(), Long.toString(id));
    }
    if (named.stream().noneMatch(chain -> chain.contracts().contains(contract))) {
      throw new Wrong("unknown-contract", said.file(), contract);
    }
  }

  /** The policy's chain that the anchor is on; null if there is no anchor. */
  Policy.@Nullable TrustedChain anchoredOn(Policy policy) throws Wrong {
    return anchor == null
        ? null
        : policy.chain(anchor.number("chain"), anchor.text("contract")).orElse(null);
  }

  private SignedNote signedNote() {
    if (note == null) {
      throw new IllegalStateException("the checkpoint is read first");
    }
    return note;
  }

  private Checkpoint head() {
    if (checkpoint == null) {
      throw new IllegalStateException("the checkpoint is read first");
    }
    return checkpoint;
  }
}

package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.chain.Anchor;
import coop.artel.chain.AnchorProof;
import coop.artel.values.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An export in the making, with the tools of a careful forger. */
final class Draft {
  static final String CONTRACT = "0x" + "c0".repeat(20);
  static final long CHAIN = 31337;

  final SortedMap<String, byte[]> files = new TreeMap<>();
  final CorpusLog log;

  Draft(CorpusLog log) {
    this.log = log;
  }

  Draft copy() {
    var copy = new Draft(log);
    copy.files.putAll(files);
    return copy;
  }

  byte[] zip() {
    return StoredZip.write(files);
  }

  int count() {
    return (int) files.keySet().stream().filter(name -> name.startsWith("entries/")).count();
  }

  long indexOf(long n) {
    return proof(n).index();
  }

  InclusionProof proof(long n) {
    return InclusionProof.parse(files.get(ExportNames.proof(n)));
  }

  Map<String, Object> read(String name) {
    return new TreeMap<>(CanonicalJson.read(files.get(name)));
  }

  Draft edit(String name, Consumer<Map<String, Object>> change) {
    var content = read(name);
    change.accept(content);
    files.put(name, CanonicalJson.write(content));
    return this;
  }

  Draft respell(String name, UnaryOperator<String> spelling) {
    String text = new String(files.get(name), UTF_8);
    String respelled = spelling.apply(text);
    if (respelled.equals(text)) {
      throw new IllegalStateException("nothing was respelled in " + name);
    }
    files.put(name, respelled.getBytes(UTF_8));
    return this;
  }

  Draft remove(long n) {
    folders(n).forEach(files::remove);
    return this;
  }

  /** The files of one number get another, as they are. */
  Draft rename(long from, long to) {
    var names = folders(from);
    var others = folders(to);
    for (int i = 0; i < names.size(); i++) {
      byte[] content = files.remove(names.get(i));
      if (content != null) {
        files.put(others.get(i), content);
      }
    }
    return this;
  }

  private static List<String> folders(long n) {
    return List.of(
        ExportNames.entry(n), ExportNames.record(n), ExportNames.opening(n), ExportNames.proof(n));
  }

  /** The checkpoint of a log at a size, and the proofs of those entries that stand below it. */
  Draft under(CorpusLog other, int size) {
    byte[] note = other.note(size);
    files.put(ExportNames.CHECKPOINT, note);
    for (long n = 1; n <= count(); n++) {
      int index = other.indexOf(files.get(ExportNames.entry(n)));
      if (index >= 0 && index < size) {
        files.put(ExportNames.proof(n), other.proof(index, size, null).bytes());
      }
    }
    return this;
  }

  /** Each proof as it is, but under these bytes of a checkpoint. */
  Draft carrying(byte[] checkpoint) {
    files.put(ExportNames.CHECKPOINT, checkpoint);
    for (long n = 1; n <= count(); n++) {
      var proof = proof(n);
      files.put(
          ExportNames.proof(n),
          new InclusionProof(proof.index(), proof.path(), checkpoint).bytes());
    }
    return this;
  }

  /** All entries, as they now are, in a log of the forger's own. */
  Draft relogged(CorpusLog own) {
    for (long n = 1; n <= count(); n++) {
      own.appendOthers(2);
      own.append(files.get(ExportNames.entry(n)));
    }
    return under(own, own.size());
  }

  /** An anchor of the checkpoint that the draft now has. */
  Draft anchored() {
    var head = Checkpoint.parse(SignedNote.parse(files.get(ExportNames.CHECKPOINT)).text());
    var anchor = new TreeMap<String, Object>();
    anchor.putAll(Map.of("v", 1L, "chain", CHAIN, "contract", CONTRACT, "block", 1_204L));
    anchor.put("transaction", "0x" + "ab".repeat(32));
    anchor.put("at", "2026-03-02T10:00:00.000Z");
    anchor.put("origin", head.origin());
    anchor.put("size", head.size());
    anchor.put("root", Hashes.hex(head.root()));
    anchor.put("checkpoint", Hashes.hex(Hashes.sha256(files.get(ExportNames.CHECKPOINT))));
    files.put(ExportNames.ANCHOR, CanonicalJson.write(anchor));
    return this;
  }

  /** The anchor that the draft states. */
  Anchor anchor() {
    var said = read(ExportNames.ANCHOR);
    return new Anchor(
        (String) said.get("origin"),
        (long) said.get("size"),
        Hashes.ofHex((String) said.get("root")),
        Hashes.ofHex((String) said.get("checkpoint")),
        (long) said.get("chain"),
        (String) said.get("contract"),
        (String) said.get("transaction"),
        (long) said.get("block"),
        Instant.parse((String) said.get("at")));
  }

  /** The proof of an anchor, and with it the other layout. */
  Draft proved(AnchorProof proof) {
    files.put(ExportNames.ANCHOR_PROOF, AnchorFiles.proof(proof));
    return manifestAnew();
  }

  /** The time stamp of the checkpoint, and with it another layout. */
  Draft stamped(byte[] answer) {
    files.put(ExportNames.STAMP, answer);
    return manifestAnew();
  }

  /** What a stamp of the checkpoint that the draft now has is asked for. */
  byte[] imprint() {
    return Hashes.sha256(files.get(ExportNames.CHECKPOINT));
  }

  /** Entries, from this one on, that commit to the records as they now are. */
  Draft rechained(long from) {
    for (long n = from; n <= count(); n++) {
      var record = read(ExportNames.record(n));
      byte[] salt = Hashes.ofHex((String) read(ExportNames.opening(n)).get("salt"));
      byte[] prev =
          n == 1 ? RecordFormat.NOTHING_BEFORE : Merkle.leaf(files.get(ExportNames.entry(n - 1)));
      String commitment = RecordFormat.recordCommitment(salt, files.get(ExportNames.record(n)));
      edit(
          ExportNames.entry(n),
          entry -> {
            entry.put("commitment", commitment);
            entry.put("prev", Hashes.hex(prev));
            entry.put("kind", record.get("kind"));
            entry.put("n", record.get("n"));
            entry.put("at", ((String) record.get("at")).substring(0, 16) + "Z");
          });
    }
    return this;
  }

  /** A salt of the forger's for a record, so that nobody can say which one was used before. */
  Draft resalted(long n, Chance chance) {
    return edit(ExportNames.opening(n), opening -> opening.put("salt", chance.salt()));
  }

  /** The manifest lists the files as they now are and says else what it said before. */
  Draft listedAnew() {
    var list = new Manifest("", "", 0, true, List.of(), List.of(), files).content().get("files");
    return edit(Manifest.FILE, manifest -> manifest.put("files", list));
  }

  /** The manifest says what follows from the other files. */
  Draft manifestAnew() {
    var erased = new ArrayList<Long>();
    var withheld = new TreeSet<String>();
    String caseId = "";
    boolean closed = false;
    for (long n = 1; n <= count(); n++) {
      var entry = read(ExportNames.entry(n));
      closed |= RecordKind.ENDED.id().equals(entry.get("kind"));
      if (files.containsKey(ExportNames.record(n))) {
        var record = read(ExportNames.record(n));
        caseId = caseId.isEmpty() ? (String) record.get("case") : caseId;
        withheld.addAll(
            ExportNames.expectedDigests((Map<?, ?>) Objects.requireNonNull(record.get("members"))));
      } else {
        erased.add(n);
      }
    }
    files.forEach(
        (name, bytes) -> {
          if (name.startsWith(ExportNames.ATTACHMENTS)) {
            withheld.remove(Hashes.hex(Hashes.sha256(bytes)));
          }
        });
    files.remove(Manifest.FILE);
    files.put(ExportNames.README, ExportNames.readme(Manifest.layout(files.keySet())));
    var manifest =
        new Manifest(
            caseId,
            (String) Objects.requireNonNull(read(ExportNames.entry(1)).get("case")),
            count(),
            closed,
            erased,
            List.copyOf(withheld),
            files);
    files.put(Manifest.FILE, manifest.bytes());
    return this;
  }
}

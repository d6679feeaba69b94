package coop.artel.notary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.values.CanonicalJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifierTest {
  private final House house = new House();
  private byte[] open = {};
  private byte[] closed = {};
  private byte[] policy = {};

  @BeforeAll
  void export() {
    Admission.record(house);
    open = house.export(Admission.CASE, Admission.attachments());
    Admission.end(house);
    house.anchorer.anchorNow();
    house.append("later", Happening.of(RecordKind.STARTED));
    house.sequencer.sequenceNow();
    closed = house.export(Admission.CASE, Admission.attachments());
    policy = house.policy();
  }

  @Test
  void a_closed_case_is_complete() {
    var verdict = Verifier.verify(closed, policy);

    assertThat(verdict.lines()).allMatch(Verifier.Line::holds);
    assertThat(keys(verdict))
        .containsExactly(
            "check.zip",
            "check.files",
            "check.entries",
            "check.records",
            "check.values",
            "check.course",
            "check.attachments",
            "check.manifest",
            "check.proofs",
            "check.anchor",
            "check.signature",
            "check.chain",
            "check.anchor-block",
            "check.anchor-receipt",
            "check.anchor-event",
            "told.anchor-unsealed",
            "told.not-stamped",
            "told.closed");
    assertThat(verdict.lines().get(17).arguments()).containsExactly(Admission.CASE, 4);
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void an_open_case_is_complete_up_to_its_last_record() {
    var verdict = Verifier.verify(open, policy);

    assertThat(keys(verdict)).contains("told.open", "told.not-anchored");
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void an_export_holds_what_it_should_and_nothing_personal() throws Exception {
    var files = StoredZip.read(closed);

    assertThat(files.keySet())
        .contains(
            "attachments/1.json",
            "attachments/decision.json",
            "anchor.json",
            "anchor-proof.json",
            "README.txt")
        .hasSize(4 * 4 + 7);
    assertThat(closed).isEqualTo(house.export(Admission.CASE, Admission.attachments()));
    String all = new String(closed, UTF_8);
    assertThat(all)
        .doesNotContain(Admission.APPLICANT.toString())
        .doesNotContain(Admission.SECRETARY.toString());
    var opening = CanonicalJson.read(files.get("openings/000003.json"));
    assertThat(((Map<?, ?>) opening.get("values")).keySet())
        .hasToString("[matches, sentOn, votes]");
  }

  @Test
  void what_people_wrote_stays_shut_whatever_kind_of_record_commits_to_it() throws Exception {
    house.append(
        "vote",
        Happening.of(RecordKind.STARTED).committing("decideBy", "2026-04-01"),
        Happening.of(RecordKind.BALLOT).committing("reason", "слова члена совета"),
        Happening.of(RecordKind.CORRECTION).committing("before.familyName", "Незабытова"),
        Happening.of(RecordKind.TAKEN_OVER).committing("reason", "слова заместителя"),
        Happening.of(RecordKind.DEED_REJECTED).committing("reason", "слова второго лица"),
        Happening.of(RecordKind.OVERRIDE).committing("reason", "слова двоих"));
    house.sequencer.sequenceNow();

    var export = house.export("vote");

    assertThat(new String(export, UTF_8))
        .contains("2026-04-01")
        .doesNotContain("слова", "Незабытова");
    for (int n = 2; n <= 6; n++) {
      var record =
          CanonicalJson.read(StoredZip.read(export).get("records/00000%d.json".formatted(n)));
      assertThat((Map<?, ?>) record.get("values")).hasSize(1);
    }
    assertThat(Verifier.verify(export, house.policy()).result()).isEqualTo(Verifier.Result.GOOD);
  }

  @Test
  void an_override_verifies_and_nobody_says_afterwards_that_it_rested_on_another_article()
      throws Exception {
    house.append(
        "overridden",
        Happening.of(RecordKind.STARTED),
        Happening.of(RecordKind.OVERRIDE)
            .with("activity", "obtain-signature")
            .with("article", "63-ФЗ, ст. 6(2)")
            .with("decisions", List.of("ab".repeat(32)))
            .with("proposedBy", Admission.SECRETARY)
            .with("approvedBy", Admission.APPLICANT)
            .committing("reason", "Подлинник сгорел"));
    house.sequencer.sequenceNow();

    var export = house.export("overridden");

    assertThat(Verifier.verify(export, house.policy()).result()).isEqualTo(Verifier.Result.GOOD);
    var files = StoredZip.read(export);
    var record = new String(files.get("records/000002.json"), UTF_8);
    assertThat(record).contains("63-ФЗ, ст. 6(2)").doesNotContain(Admission.SECRETARY.toString());
    files.put("records/000002.json", record.replace("63-ФЗ", "14-ФЗ").getBytes(UTF_8));
    assertThat(Verifier.verify(StoredZip.write(files), house.policy()).result())
        .isEqualTo(Verifier.Result.BAD);
  }

  @Test
  void without_a_policy_the_signer_is_unknown() {
    var verdict = Verifier.verify(closed, null);

    assertThat(verdict.result()).isEqualTo(Verifier.Result.SIGNER_UNKNOWN);
    assertThat(keys(verdict)).endsWith("signer-unknown").doesNotContain("check.signature");
  }

  @Test
  void the_policy_of_another_installation_does_not_fit() {
    var stranger = LogKey.generate("artel.local/other").verifier();
    var impostor = LogKey.generate(house.keys.log().origin()).verifier();

    assertThat(wrong(closed, withLog(stranger))).isEqualTo("unknown-log");
    assertThat(wrong(closed, withLog(impostor))).isEqualTo("signature");
    String own = new String(policy, UTF_8);
    assertThat(wrong(closed, own.replace("chain 31337", "chain 1").getBytes(UTF_8)))
        .isEqualTo("unknown-chain");
    assertThat(wrong(closed, own.replace("0xc0", "0xc1").getBytes(UTF_8)))
        .isEqualTo("unknown-contract");
  }

  @Test
  void every_flipped_byte_of_the_zip_is_found() {
    for (int i = 0; i < closed.length; i++) {
      byte[] changed = Arrays.copyOf(closed, closed.length);
      changed[i] ^= (byte) (1 << (i % 8));
      var verdict = Verifier.verify(changed, policy);
      assertThat(verdict.result()).as("byte %d", i).isEqualTo(Verifier.Result.BAD);
      assertThat(keys(verdict).get(verdict.lines().size() - 1)).startsWith("wrong.");
    }
    assertThat(wrong(Arrays.copyOf(closed, closed.length - 1), policy)).isEqualTo("zip-directory");
    assertThat(wrong(Arrays.copyOf(closed, closed.length + 1), policy)).isEqualTo("zip-directory");
  }

  @Test
  void every_flipped_byte_is_found_even_under_a_new_manifest() throws Exception {
    var original = StoredZip.read(closed);
    for (String name : original.keySet()) {
      for (int i = 0; i < original.get(name).length; i++) {
        if (name.equals("anchor.json") && isTransaction(original.get(name), i)) {
          continue;
        }
        int at = i;
        byte[] forged =
            forged(
                files -> {
                  byte[] bytes = files.get(name).clone();
                  bytes[at] ^= (byte) (1 << (at % 7));
                  files.put(name, bytes);
                });
        assertThat(Verifier.verify(forged, policy).result())
            .as("%s byte %d", name, i)
            .isEqualTo(Verifier.Result.BAD);
      }
    }
  }

  /** By what hash to look a transaction up is stated; receipts do not name it. */
  private static boolean isTransaction(byte[] anchor, int at) {
    String text = new String(anchor, UTF_8);
    int start = text.indexOf("\"transaction\":");
    return at >= start && at < text.indexOf(",\"", start);
  }

  @Test
  void a_proof_in_an_export_has_no_extra_line() throws Exception {
    var with =
        forged(
            files -> {
              String name = ExportNames.proof(2);
              var proof = InclusionProof.parse(files.get(name));
              files.put(
                  name,
                  new InclusionProof(
                          proof.index(), proof.path(), proof.checkpoint(), new byte[] {1})
                      .bytes());
            });

    assertThat(said(with)).isEqualTo("form [proofs/000002.tlog-proof]");
  }

  @Test
  void a_file_added_removed_doubled_or_renamed_is_named() throws Exception {
    assertThat(said(plain(files -> files.put("records/000009.json", new byte[0]))))
        .isEqualTo("unlisted [records/000009.json]");
    assertThat(said(forged(files -> files.put("records/000009.json", new byte[0]))))
        .isEqualTo("unknown-file [records/000009.json]");
    assertThat(said(forged(files -> files.put("attachments/more.json", new byte[0]))))
        .isEqualTo("unnamed [attachments/more.json]");
    assertThat(said(forged(files -> files.put("attachments/2.json", Admission.NOTICE))))
        .isEqualTo("attached-twice [attachments/2.json]");
    for (String name : StoredZip.read(closed).keySet()) {
      assertThat(said(plain(files -> files.remove(name)))).isEqualTo("absent [" + name + "]");
      byte[] renamed = plain(files -> files.put("0" + name, files.remove(name)));
      assertThat(Verifier.verify(renamed, policy).result()).isEqualTo(Verifier.Result.BAD);
    }
    assertThat(said(forged(files -> files.remove("openings/000002.json"))))
        .isEqualTo("absent [openings/000002.json]");
    assertThat(said(forged(files -> files.remove("proofs/000002.tlog-proof"))))
        .isEqualTo("absent [proofs/000002.tlog-proof]");
    assertThat(said(forged(files -> files.remove("attachments/1.json"))))
        .isEqualTo("field [manifest.json, withheld]");
    assertThat(said(doubled("checkpoint"))).isEqualTo("zip-doubled [checkpoint]");
  }

  @Test
  void records_cannot_be_dropped_from_the_end_of_a_closed_case_unseen() throws Exception {
    byte[] shorter =
        forged(
            files -> {
              for (String folder :
                  List.of(
                      "records/%s.json",
                      "entries/%s.json", "openings/%s.json", "proofs/%s.tlog-proof")) {
                files.remove(folder.formatted("000004"));
              }
            });

    assertThat(said(shorter)).isEqualTo("field [manifest.json, count]");
    assertThat(Verifier.verify(remade(shorter, 3, false), policy).lines())
        .extracting(Verifier.Line::key)
        .contains("told.open");
    assertThat(Verifier.verify(remade(shorter, 3, true), policy).result())
        .isEqualTo(Verifier.Result.BAD);
  }

  @Test
  void what_is_changed_inside_is_named() throws Exception {
    assertThat(said(edited("records/000003.json", record -> record.put("actor", "0".repeat(64)))))
        .isEqualTo("record-commitment [records/000003.json]");
    assertThat(
            said(
                edited(
                    "records/000002.json", record -> record.put("at", "2025-03-02T08:30:46.123Z"))))
        .isEqualTo("record-commitment [records/000002.json]");
    assertThat(
            said(
                edited(
                    "openings/000003.json",
                    opening -> {
                      var values = new TreeMap<String, Object>(map(opening.get("values")));
                      values.put("votes", Map.of("salt", "1".repeat(64), "value", 9L));
                      opening.put("values", values);
                    })))
        .isEqualTo("value-commitment [openings/000003.json, votes]");
    assertThat(said(edited("openings/000001.json", opening -> opening.put("salt", "2".repeat(64)))))
        .isEqualTo("record-commitment [records/000001.json]");
    assertThat(said(edited("entries/000002.json", entry -> entry.put("kind", "moved"))))
        .isEqualTo("chain [entries/000003.json]");
    assertThat(said(edited("entries/000003.json", entry -> entry.put("prev", "0".repeat(64)))))
        .isEqualTo("chain [entries/000003.json]");
    assertThat(said(edited("entries/000004.json", entry -> entry.put("kind", "cancelled"))))
        .isEqualTo("field [records/000004.json, kind]");
    assertThat(said(edited("entries/000004.json", entry -> entry.put("more", "fields"))))
        .isEqualTo("not-included [proofs/000004.tlog-proof]");
    assertThat(said(edited("anchor.json", anchor -> anchor.put("size", 3L))))
        .isEqualTo("field [anchor.json, size]");
    assertThat(said(edited("anchor.json", anchor -> anchor.put("more", 3L))))
        .isEqualTo("form [anchor.json]");
  }

  @Test
  void another_checkpoint_of_the_same_log_does_not_fit() throws Exception {
    byte[] older = StoredZip.read(open).get("checkpoint");

    assertThat(said(forged(files -> files.put("checkpoint", older))))
        .isEqualTo("other-checkpoint [proofs/000001.tlog-proof]");
    assertThat(
            said(
                forged(
                    files -> {
                      files.put("checkpoint", older);
                      for (long n = 1; n <= 4; n++) {
                        var proof = InclusionProof.parse(files.get(ExportNames.proof(n)));
                        files.put(
                            ExportNames.proof(n),
                            new InclusionProof(proof.index(), proof.path(), older).bytes());
                      }
                    })))
        .isEqualTo("not-included [proofs/000001.tlog-proof]");
  }

  @Test
  void a_forgers_own_log_is_not_believed() throws Exception {
    var forger = LogKey.generate(house.keys.log().origin());
    byte[] forged =
        forged(
            files -> {
              var text = SignedNote.parse(files.get("checkpoint")).text();
              byte[] note = SignedNote.sign(text, forger).bytes();
              files.put("checkpoint", note);
              Forger.leaveAnchorOut(files);
              for (long n = 1; n <= 4; n++) {
                var proof = InclusionProof.parse(files.get(ExportNames.proof(n)));
                files.put(
                    ExportNames.proof(n),
                    new InclusionProof(proof.index(), proof.path(), note).bytes());
              }
            });

    assertThat(said(forged)).isEqualTo("signature [checkpoint]");
    assertThat(Verifier.verify(forged, null).result()).isEqualTo(Verifier.Result.SIGNER_UNKNOWN);
  }

  @Test
  void a_log_that_put_the_records_in_another_order_is_caught() throws Exception {
    var log = LogKey.generate("example.org/log");
    byte[] trusting = withLog(log.verifier());

    assertThat(Verifier.verify(relogged(log, List.of(1, 2, 3, 4)), trusting).result())
        .isEqualTo(Verifier.Result.GOOD);
    var lines = Verifier.verify(relogged(log, List.of(1, 3, 2, 4)), trusting).lines();
    assertThat(lines.get(lines.size() - 1).key()).isEqualTo("wrong.log-order");
    assertThat(lines.get(lines.size() - 1).arguments()).containsExactly("proofs/000003.tlog-proof");
  }

  /** The same case in a log of its own, with the records in this order. */
  private byte[] relogged(LogKey log, List<Integer> order) throws Exception {
    return forged(
        files -> {
          var leaves =
              order.stream().map(n -> Merkle.leaf(files.get(ExportNames.entry(n)))).toList();
          var head = new Checkpoint(log.origin(), leaves.size(), MerkleTest.root(leaves));
          byte[] note = SignedNote.sign(head.text(), log).bytes();
          files.put("checkpoint", note);
          Forger.leaveAnchorOut(files);
          for (int i = 0; i < order.size(); i++) {
            files.put(
                ExportNames.proof(order.get(i)),
                new InclusionProof(i, MerkleTest.path(i, leaves), note).bytes());
          }
        });
  }

  @Test
  void withheld_values_are_counted_and_not_wrong() throws Exception {
    byte[] less = edited("openings/000003.json", opening -> opening.put("values", Map.of()));

    var verdict = Verifier.verify(less, policy);
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.lines())
        .filteredOn(line -> line.key().equals("told.hidden-values"))
        .singleElement()
        .satisfies(line -> assertThat(line.arguments()).containsExactly(3L));
  }

  private byte[] withLog(VerifierKey key) {
    return new Policy(List.of(key), Policy.parse(policy).chains()).text().getBytes(UTF_8);
  }

  /** Changes files and leaves the manifest as it is. */
  private byte[] plain(Consumer<SortedMap<String, byte[]>> change) throws Exception {
    var files = new TreeMap<>(StoredZip.read(closed));
    change.accept(files);
    return StoredZip.write(files);
  }

  private byte[] forged(Consumer<SortedMap<String, byte[]>> change) throws Exception {
    return Forger.forged(closed, change);
  }

  private byte[] edited(String name, Consumer<Map<String, Object>> change) throws Exception {
    return Forger.edited(closed, name, change);
  }

  private static byte[] remade(byte[] zip, long count, boolean state) throws Exception {
    var files = new TreeMap<>(StoredZip.read(zip));
    var content = new TreeMap<String, Object>(CanonicalJson.read(files.get(Manifest.FILE)));
    content.put("count", count);
    content.put("state", state ? "closed" : "open");
    files.put(Manifest.FILE, CanonicalJson.write(content));
    return StoredZip.write(files);
  }

  /** The local file of a name a second time, right behind the first. */
  private byte[] doubled(String name) {
    String text = new String(closed, ISO_8859_1);
    int start = text.indexOf("PK\3\4", text.indexOf("attachments/decision.json"));
    while (!text.startsWith(name, start + 30)) {
      start = text.indexOf("PK\3\4", start + 4);
    }
    int end = text.indexOf("PK\3\4", start + 4);
    return (text.substring(0, end) + text.substring(start)).getBytes(ISO_8859_1);
  }

  private String said(byte[] export) {
    var lines = Verifier.verify(export, policy).lines();
    var last = lines.get(lines.size() - 1);
    return "%s %s".formatted(last.key().replace("wrong.", ""), last.arguments());
  }

  private static String wrong(byte[] export, byte @Nullable [] policy) {
    var verdict = Verifier.verify(export, policy);
    assertThat(verdict.result()).isEqualTo(Verifier.Result.BAD);
    return verdict.lines().get(verdict.lines().size() - 1).key().replace("wrong.", "");
  }

  private static List<String> keys(Verifier.Verdict verdict) {
    return verdict.lines().stream().map(Verifier.Line::key).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }
}

package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.chain.Anchor;
import coop.artel.chain.AnchorProof;
import coop.artel.chain.MadeBlock;
import coop.artel.notary.Verifier.Anchoring;
import coop.artel.notary.Verifier.Result;
import coop.artel.notary.Verifier.Verdict;
import coop.artel.values.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an export of a network of four validators proves offline, and what it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnchorProofTest {
  private static final String FILE = "anchor-proof.json";

  private final House house = new House();
  private byte[] export = {};
  private byte[] policy = {};

  @BeforeAll
  void export() {
    house.chain.sealedBy(4);
    Admission.record(house);
    Admission.end(house);
    house.anchorer.anchorNow();
    export = house.export(Admission.CASE, Admission.attachments());
    policy = house.policy();
  }

  @Test
  void an_anchor_is_proved_by_the_seals_of_the_policy_s_validators() {
    var verdict = demanding(export);

    assertThat(verdict.result()).isEqualTo(Result.GOOD);
    assertThat(verdict.anchoring()).isEqualTo(Anchoring.PROVED);
    assertThat(verdict.lines().subList(9, 16))
        .extracting(line -> line.number() + " " + line.key())
        .containsExactly(
            "10 check.anchor",
            "11 check.signature",
            "12 check.chain",
            "13 check.anchor-block",
            "14 check.anchor-receipt",
            "15 check.anchor-event",
            "16 check.seals");
    String hash = AnchorFiles.hex(MadeBlock.sealed(anchor(), 4).proof().block().hash());
    assertThat(verdict.lines())
        .filteredOn(line -> line.key().equals("told.anchor-proved"))
        .singleElement()
        .satisfies(line -> assertThat(line.arguments()).containsExactly("1", hash, 4, 4));
  }

  @Test
  void two_thirds_of_the_validators_are_enough_in_whatever_round() {
    assertThat(with(MadeBlock.sealed(anchor(), 4).sealedBy(4, 2, 1)).result())
        .isEqualTo(Result.GOOD);
    assertThat(with(MadeBlock.sealed(anchor(), 4).inRound(3)).anchoring())
        .isEqualTo(Anchoring.PROVED);
    assertThat(with(MadeBlock.sealed(anchor(), 4).sealedBy(1, 2, 99, 3)).result())
        .isEqualTo(Result.GOOD);
  }

  @Test
  void a_block_that_too_few_of_them_have_sealed_proves_nothing() {
    for (var block :
        List.of(
            MadeBlock.sealed(anchor(), 4).sealedBy(1, 2),
            MadeBlock.sealed(anchor(), 4).sealedBy(1, 1, 2, 2),
            MadeBlock.sealed(anchor(), 4).sealedBy(1, 2, 98, 99))) {
      assertThat(said(with(block))).isEqualTo("16 seals [anchor-proof.json, 2, 4, 3]");
    }
    assertThat(said(with(MadeBlock.sealed(anchor(), 4).lyingOfItsRound())))
        .isEqualTo("16 seals [anchor-proof.json, 0, 4, 3]");
  }

  @Test
  void whom_a_block_calls_its_validators_is_not_believed() {
    assertThat(said(with(MadeBlock.foreign(anchor(), 4))))
        .isEqualTo("16 seals [anchor-proof.json, 0, 4, 3]");
    assertThat(said(with(MadeBlock.unsealed(anchor()))))
        .isEqualTo("16 seals [anchor-proof.json, 0, 4, 3]");
  }

  @Test
  void the_block_is_the_one_that_is_stated() throws Exception {
    var anchor = anchor();
    assertThat(said(with(MadeBlock.sealed(at(anchor, 2, anchor.at().getEpochSecond()), 4))))
        .isEqualTo("13 anchor-block [anchor-proof.json, 2]");
    assertThat(said(with(MadeBlock.sealed(at(anchor, 1, anchor.at().getEpochSecond() + 1), 4))))
        .isEqualTo("13 anchor-block [anchor-proof.json, 1]");
    assertThat(said(edited("anchor.json", stated -> stated.put("block", 2L))))
        .isEqualTo("13 anchor-block [anchor-proof.json, 1]");
    assertThat(said(edited(FILE, proof -> proof.put("hash", "0x" + "00".repeat(32)))))
        .isEqualTo("13 field [anchor-proof.json, hash]");
  }

  @Test
  void the_receipt_is_found_by_its_own_way_at_its_own_place() throws Exception {
    String wrong = "14 anchor-receipt [anchor-proof.json, %d]";
    assertThat(said(edited(FILE, proof -> proof.put("index", 1L)))).isEqualTo(wrong.formatted(1));
    assertThat(said(path(nodes -> nodes.remove(nodes.size() - 1)))).isEqualTo(wrong.formatted(2));
    assertThat(said(path(nodes -> nodes.add(nodes.get(0))))).isEqualTo(wrong.formatted(2));
    assertThat(said(path(nodes -> nodes.set(0, flipped(nodes.get(0))))))
        .isEqualTo(wrong.formatted(2));
    assertThat(said(path(List::clear))).isEqualTo(wrong.formatted(2));
    assertThat(
            said(
                edited(
                    FILE, proof -> proof.put("receipt", flipped((String) proof.get("receipt"))))))
        .isEqualTo(wrong.formatted(2));
  }

  @Test
  void the_receipt_tells_of_this_very_anchor() {
    var it = anchor();
    assertThat(said(with(MadeBlock.sealed(it, 4).failed())))
        .isEqualTo("15 anchor-failed [anchor-proof.json]");
    for (Anchor other :
        List.of(
            other(it, "0x" + "c1".repeat(20), it.origin(), it.size(), it.root(), it.checkpoint()),
            other(it, it.contract(), "example.org/log", it.size(), it.root(), it.checkpoint()),
            other(it, it.contract(), it.origin(), it.size() + 1, it.root(), it.checkpoint()),
            other(it, it.contract(), it.origin(), it.size(), it.checkpoint(), it.checkpoint()),
            other(it, it.contract(), it.origin(), it.size(), it.root(), it.root()))) {
      assertThat(said(with(MadeBlock.sealed(other, 4))))
          .isEqualTo("15 anchor-event [anchor-proof.json, %s]".formatted(it.contract()));
    }
  }

  @Test
  void a_proof_has_one_form() throws Exception {
    String form = "13 form [anchor-proof.json]";
    assertThat(said(edited(FILE, proof -> proof.put("more", "x")))).isEqualTo(form);
    assertThat(said(edited(FILE, proof -> proof.remove("receipt")))).isEqualTo(form);
    for (String name : List.of("header", "receipt")) {
      for (Consumer<StringBuilder> change :
          List.<Consumer<StringBuilder>>of(
              text -> text.delete(0, 2),
              text -> text.setLength(text.length() - 1),
              text -> text.setCharAt(2, 'g'),
              text -> text.replace(2, 6, text.substring(2, 6).toUpperCase(Locale.ROOT) + "F0"))) {
        assertThat(
                said(
                    edited(
                        FILE,
                        proof -> {
                          var text = new StringBuilder((String) proof.get(name));
                          change.accept(text);
                          proof.put(name, text.toString());
                        })))
            .isEqualTo(form);
      }
    }
    assertThat(said(edited(FILE, proof -> proof.put("header", "0x80")))).isEqualTo(form);
    assertThat(said(edited(FILE, proof -> proof.put("v", 2L))))
        .isEqualTo("13 version [anchor-proof.json, 2]");
    assertThat(said(edited(FILE, proof -> proof.put("index", -1L))))
        .isEqualTo("13 field [anchor-proof.json, index]");
    assertThat(
            said(
                path(
                    nodes -> {
                      while (nodes.size() < 17) {
                        nodes.add("0x00");
                      }
                    })))
        .isEqualTo("13 field [anchor-proof.json, path]");
    byte[] spaced =
        Forger.forged(
            export,
            files ->
                files.put(
                    FILE, new String(files.get(FILE), UTF_8).replace(":", ": ").getBytes(UTF_8)));
    assertThat(said(Verifier.verify(spaced, policy))).isEqualTo(form);
    byte[] endless =
        Forger.edited(export, FILE, proof -> proof.put("receipt", "0x" + "00".repeat(1 << 19)));
    assertThat(said(Verifier.verify(endless, policy))).isEqualTo(form);
  }

  /** With as many seals as are needed none can be spared. */
  @Test
  void every_flipped_byte_of_the_proof_is_found_even_under_a_new_manifest() {
    byte[] proof = AnchorFiles.proof(MadeBlock.sealed(anchor(), 4).sealedBy(1, 2, 3).proof());
    for (int i = 0; i < proof.length; i++) {
      byte[] flipped = proof.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      var exported =
          new ExportedAnchor(
              new TreeMap<>(Map.of(FILE, flipped)),
              new Fields(ExportNames.ANCHOR, AnchorFiles.stated(anchor())));
      assertThat(isWrong(exported)).as("byte %d", i).isTrue();
    }
  }

  private static boolean isWrong(ExportedAnchor exported) {
    try {
      exported.checkBlock();
      exported.checkReceipt();
      exported.checkEvent();
      exported.checkSeals(MadeBlock.validators(4));
      return false;
    } catch (Wrong e) {
      return true;
    }
  }

  @Test
  void a_proof_without_what_it_proves_is_wrong() throws Exception {
    byte[] alone = Forger.forged(export, files -> files.remove(ExportNames.ANCHOR));

    assertThat(said(Verifier.verify(alone, policy))).isEqualTo("13 absent [anchor.json]");
  }

  @Test
  void an_export_is_of_the_layout_that_its_files_make() throws Exception {
    byte[] other =
        Forger.forged(
            export,
            files -> {
              files.remove(FILE);
              files.put(Manifest.FILE, relisted(files, 2));
            });
    byte[] older =
        Forger.forged(
            export,
            files -> {
              files.put(ExportNames.README, ExportNames.readme(1));
              files.put(Manifest.FILE, relisted(files, 1));
            });

    assertThat(said(Verifier.verify(other, policy))).isEqualTo("8 field [manifest.json, v]");
    assertThat(said(Verifier.verify(older, policy))).isEqualTo("8 field [manifest.json, v]");
  }

  private static byte[] relisted(SortedMap<String, byte[]> files, long version) {
    var content = new TreeMap<String, Object>(CanonicalJson.read(files.get(Manifest.FILE)));
    var made = new Manifest("", "", 0, true, List.of(), List.of(), files).content();
    content.put("files", made.get("files"));
    content.put("v", version);
    return CanonicalJson.write(content);
  }

  @Test
  void without_a_policy_the_proof_must_agree_with_the_rest_all_the_same() throws Exception {
    var verdict = Verifier.verify(export, null);
    assertThat(verdict.result()).isEqualTo(Result.SIGNER_UNKNOWN);
    assertThat(verdict.lines())
        .extracting(line -> line.number() + " " + line.key())
        .contains("13 check.anchor-block", "15 check.anchor-event")
        .doesNotContain("16 check.seals");

    byte[] forged = edited(FILE, proof -> proof.put("index", 3L));
    assertThat(Verifier.verify(forged, null).result()).isEqualTo(Result.BAD);
  }

  @Test
  void a_policy_that_names_no_validators_proves_nothing_of_a_chain_that_has_some() {
    byte[] silent = policyWith("(?m)^validator .*\n");

    var verdict = Verifier.verify(export, silent);
    assertThat(verdict.result()).isEqualTo(Result.GOOD);
    assertThat(verdict.anchoring()).isEqualTo(Anchoring.STATED);
    assertThat(verdict.lines())
        .extracting(Verifier.Line::key)
        .contains("told.no-validators-in-policy");
    assertThat(said(Verifier.verify(export, Policy.parse(silent), true)))
        .isEqualTo("16 no-validators [anchor-proof.json]");
  }

  @Test
  void a_policy_that_names_no_chain_proves_nothing() {
    var verdict = Verifier.verify(export, policyWith("(?m)^(chain|contract|validator) .*\n"));

    assertThat(verdict.result()).isEqualTo(Result.GOOD);
    assertThat(verdict.anchoring()).isEqualTo(Anchoring.STATED);
    assertThat(verdict.lines()).extracting(Verifier.Line::key).contains("told.no-chain-in-policy");
  }

  private byte[] policyWith(String without) {
    return new String(policy, UTF_8).replaceAll(without, "").getBytes(UTF_8);
  }

  private Verdict demanding(byte[] file) {
    return Verifier.verify(file, Policy.parse(policy), true);
  }

  private Verdict with(MadeBlock block) {
    return with(block.proof());
  }

  private Verdict with(AnchorProof proof) {
    try {
      return demanding(Forger.forged(export, files -> files.put(FILE, AnchorFiles.proof(proof))));
    } catch (StoredZip.NotAsWritten e) {
      throw new AssertionError(e);
    }
  }

  private byte[] edited(String name, Consumer<Map<String, Object>> change) throws Exception {
    return Forger.edited(export, name, change);
  }

  private byte[] path(Consumer<List<String>> change) throws Exception {
    return edited(
        FILE,
        proof -> {
          var nodes = new ArrayList<String>();
          ((List<?>) proof.get("path")).forEach(node -> nodes.add((String) node));
          change.accept(nodes);
          proof.put("path", nodes);
        });
  }

  private static String flipped(String hex) {
    char[] digits = hex.toCharArray();
    int middle = digits.length / 2;
    digits[middle] = digits[middle] == '0' ? '1' : '0';
    return new String(digits);
  }

  private String said(byte[] file) {
    return said(demanding(file));
  }

  /** The number of the check that fails, and what is wrong. */
  private static String said(Verdict verdict) {
    assertThat(verdict.result()).isEqualTo(Result.BAD);
    var lines = verdict.lines();
    var last = lines.get(lines.size() - 1);
    return "%d %s %s"
        .formatted(
            lines.get(lines.size() - 2).number(),
            last.key().replace("wrong.", ""),
            last.arguments());
  }

  private Anchor anchor() {
    return house.chain.anchors.get(0);
  }

  private static Anchor at(Anchor it, long block, long second) {
    return new Anchor(
        it.origin(),
        it.size(),
        it.root(),
        it.checkpoint(),
        it.chainId(),
        it.contract(),
        it.transaction(),
        block,
        Instant.ofEpochSecond(second));
  }

  private static Anchor other(
      Anchor it, String contract, String origin, long size, byte[] root, byte[] checkpoint) {
    return new Anchor(
        origin,
        size,
        root,
        checkpoint,
        it.chainId(),
        contract,
        it.transaction(),
        it.block(),
        it.at());
  }
}

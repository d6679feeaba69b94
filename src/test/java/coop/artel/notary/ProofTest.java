package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The proofs that the log hands out ready made, and what verifies them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {
  private static final int SIZE = 300;

  private final House house = new House();
  private final LogFiles files = new LogFiles(house.database);
  private final List<byte[]> leaves = new ArrayList<>();
  private Policy policy = new Policy(List.of(), List.of());

  @BeforeAll
  void record() {
    for (int batch : new int[] {7, 193, 100}) {
      house
          .append(
              "vote",
              Collections.nCopies(batch, Happening.of(RecordKind.BALLOT)).toArray(Happening[]::new))
          .forEach(receipt -> leaves.add(Hashes.ofHex(receipt.digest())));
      house.sequencer.sequenceNow();
    }
    policy = Policy.parse(house.policy());
  }

  @Test
  void every_entry_has_a_proof_that_verifies_with_its_receipt() {
    for (int index = 0; index < SIZE; index++) {
      var verdict = verify(file("proof/" + index), policy, leaves.get(index));
      assertThat(verdict.result()).as("%d", index).isEqualTo(Verifier.Result.GOOD);
      assertThat(verdict.lines()).allMatch(Verifier.Line::holds);
    }
    assertThat(said(verify(file("proof/42"), policy, null)))
        .containsExactly(
            "1 check.proof-form []",
            "2 check.proof-entry []",
            "3 check.proof-included []",
            "4 check.signature []",
            "0 told.proof-entry [ballot, 43, 2025-03-02 08:30 UTC]",
            "0 told.proof [42, %s, %s]"
                .formatted(house.keys.log().origin(), Hashes.hex(leaves.get(42))));
    assertThat(files.find("proof/" + SIZE)).isEmpty();
    assertThat(files.find("proof/042")).isEmpty();
    assertThat(files.find("proof/1").orElseThrow().immutable()).isFalse();
  }

  @Test
  void without_a_policy_the_signer_is_unknown() {
    assertThat(verify(file("proof/42"), null, null).result())
        .isEqualTo(Verifier.Result.SIGNER_UNKNOWN);
  }

  @Test
  void whatever_byte_of_a_proof_is_changed_it_is_found() {
    byte[] good = file("proof/42");
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      if (ProofVerifier.isProof(bad)) {
        assertThat(verify(bad, policy, null).result())
            .as("byte %d", i)
            .isEqualTo(Verifier.Result.BAD);
      }
    }
    String text = new String(good, UTF_8);
    for (String bad :
        List.of(
            text + "\n",
            text.replace("index 42", "index 042"),
            text.replace("index 42", "index 43"),
            text.replace("index 42\n", ""),
            text.replaceFirst("(?s)\nextra [^\n]*\n.*", "\nextra eA==\n\n"),
            text.replaceFirst("\n\n", "\n" + Hashes.base64(new byte[32]) + "\n\n"),
            text.replace("\n", "\r\n").replaceFirst("\r", ""))) {
      assertThat(verify(bad.getBytes(UTF_8), policy, null).result())
          .as(bad)
          .isEqualTo(Verifier.Result.BAD);
    }
  }

  @Test
  void a_proof_of_another_entry_than_the_receipt_s_is_bad() {
    assertThat(said(verify(file("proof/42"), policy, leaves.get(41))))
        .containsExactly(
            "1 check.proof-form []",
            "2 check.proof-entry []",
            "0 wrong.proof-digest [%s]".formatted(Hashes.hex(leaves.get(42))));
  }

  @Test
  void a_proof_without_its_entry_speaks_of_the_digest_that_is_given() {
    var whole = InclusionProof.parse(file("proof/42"));
    byte[] bare = new InclusionProof(42, whole.path(), whole.checkpoint()).bytes();

    assertThat(verify(bare, policy, leaves.get(42)).result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verify(bare, policy, leaves.get(41)).result()).isEqualTo(Verifier.Result.BAD);
    assertThat(said(verify(bare, policy, null))).endsWith("0 wrong.absent [extra]");
  }

  @Test
  void an_entry_that_is_none_of_the_format_is_bad() {
    var whole = InclusionProof.parse(file("proof/42"));
    byte[] other = "{}".getBytes(UTF_8);

    assertThat(
            verify(
                    new InclusionProof(42, whole.path(), whole.checkpoint(), other).bytes(),
                    policy,
                    null)
                .result())
        .isEqualTo(Verifier.Result.BAD);
  }

  @Test
  void every_size_of_the_log_is_shown_to_be_its_beginning() {
    byte[] now = root(SIZE);
    for (int size = 1; size <= SIZE; size++) {
      String text = new String(file("consistency/" + size), UTF_8);
      assertThat(text).startsWith("old " + size + "\n");
      var proof =
          text.substring(0, text.indexOf("\n\n")).lines().skip(1).map(Hashes::ofBase64).toList();
      assertThat(Merkle.isBeginning(size, root(size), SIZE, now, proof)).as("%d", size).isTrue();
      assertThat(Merkle.isBeginning(size, new byte[32], SIZE, now, proof)).isFalse();
      assertThat(Merkle.isBeginning(size, root(size), SIZE, new byte[32], proof)).isFalse();
      var longer = new ArrayList<>(proof);
      longer.add(new byte[32]);
      assertThat(Merkle.isBeginning(size, root(size), SIZE, now, longer)).isFalse();
      for (int i = 0; i < proof.size(); i++) {
        var shorter = new ArrayList<>(proof);
        shorter.remove(i);
        assertThat(Merkle.isBeginning(size, root(size), SIZE, now, shorter)).isFalse();
      }
    }
    assertThat(text("consistency/%d".formatted(SIZE))).endsWith(text("checkpoint"));
    assertThat(files.find("consistency/0")).isEmpty();
    assertThat(files.find("consistency/" + (SIZE + 1))).isEmpty();
  }

  /** PROOF(3, D[7]), PROOF(4, D[7]) and PROOF(6, D[7]) as RFC 6962 2.1.3 spells them out. */
  @Test
  void the_examples_of_the_rfc_are_met() {
    var tree = new Tree(house.database);
    var d = leaves.subList(0, 7);
    byte[] g = Merkle.node(d.get(0), d.get(1));
    byte[] h = Merkle.node(d.get(2), d.get(3));
    byte[] i = Merkle.node(d.get(4), d.get(5));
    byte[] k = Merkle.node(g, h);
    byte[] l = Merkle.node(i, d.get(6));

    assertThat(tree.consistency(3, 7)).containsExactly(d.get(2), d.get(3), g, l);
    assertThat(tree.consistency(4, 7)).containsExactly(l);
    assertThat(tree.consistency(6, 7)).containsExactly(i, d.get(6), k);
    assertThat(tree.consistency(7, 7)).isEmpty();
  }

  private byte[] root(int size) {
    return MerkleTest.root(leaves.subList(0, size));
  }

  private byte[] file(String path) {
    return files.find(path).orElseThrow().bytes();
  }

  private String text(String path) {
    return new String(file(path), UTF_8);
  }

  private static Verifier.Verdict verify(
      byte[] file, @Nullable Policy policy, byte @Nullable [] digest) {
    assertThat(ProofVerifier.isProof(file)).isTrue();
    return ProofVerifier.verify(Arrays.copyOf(file, file.length), policy, digest);
  }

  private static List<String> said(Verifier.Verdict verdict) {
    return verdict.lines().stream()
        .map(line -> "%d %s %s".formatted(line.number(), line.key(), line.arguments()))
        .toList();
  }
}

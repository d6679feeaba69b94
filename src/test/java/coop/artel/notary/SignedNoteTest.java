package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /** From the tests of Go's golang.org/x/mod/sumdb/note. */
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private final LogKey key = LogKey.generate("example.org/log");

  @Test
  void a_note_that_go_signed_verifies() {
    var verifier = VerifierKey.parse(GO_KEY);

    assertThat(verifier.toString()).isEqualTo(GO_KEY);
    assertThat(SignedNote.parse(GO_NOTE.getBytes(UTF_8)).verified(verifier)).isPresent();
    assertThat(
            SignedNote.parse(GO_NOTE.replace("think", "thank").getBytes(UTF_8)).verified(verifier))
        .isEmpty();
  }

  @Test
  void a_note_is_read_as_it_was_written_and_key_files_too() {
    var note = SignedNote.sign("a\n\nb\n", key);

    var read = SignedNote.parse(note.bytes());
    assertThat(read.text()).isEqualTo("a\n\nb\n");
    assertThat(read.verified(LogKey.parse(key.text()).verifier())).isPresent();
    assertThat(read.verified(LogKey.generate("example.org/log").verifier())).isEmpty();
  }

  @Test
  void other_signatures_count_nothing() {
    var own = SignedNote.sign("a\n", key);
    var other = SignedNote.sign("a\n", LogKey.generate("example.org/witness"));
    var both = new SignedNote("a\n", List.of(other.signatures().get(0), own.signatures().get(0)));

    assertThat(SignedNote.parse(both.bytes()).verified(key.verifier())).isPresent();
  }

  @Test
  void every_changed_byte_breaks_a_note() {
    byte[] note =
        SignedNote.sign(new Checkpoint("example.org/log", 7, new byte[32]).text(), key).bytes();
    for (int i = 0; i < note.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = Arrays.copyOf(note, note.length);
        changed[i] ^= (byte) (1 << bit);
        assertThat(verifies(changed)).as("byte %d bit %d", i, bit).isFalse();
      }
    }
  }

  private boolean verifies(byte[] bytes) {
    try {
      return SignedNote.parse(bytes).verified(key.verifier()).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "a\n00\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n+1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "a\n1\nAAAA\n",
        "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n",
        "a\nx\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
      })
  void another_checkpoint_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
  }

  @Test
  void a_proof_is_read_as_it_was_written() {
    var proof =
        new InclusionProof(
            7, List.of(new byte[32], Hashes.sha256()), SignedNote.sign("a\n", key).bytes());

    var read = InclusionProof.parse(proof.bytes());
    assertThat(read.index()).isEqualTo(7);
    assertThat(read.path()).containsExactlyElementsOf(proof.path());
    assertThat(read.checkpoint()).isEqualTo(proof.checkpoint());
  }
}

package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.values.PersonId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatExampleTest {
  private static final String CASE = "3c0e9a3e-1111-4b5c-9d00-000000000001";
  private static final Instant AT = Instant.parse("2025-03-02T08:30:45.123Z");
  private static final byte[] SUBJECT_KEY = bytesFrom(0x00);
  private static final byte[] CASE_KEY = bytesFrom(0x20);

  @Test
  void the_example_in_the_documentation_is_what_the_code_makes() throws Exception {
    String example = example();
    assertThat(Files.readString(Path.of("src/docs/format-1.md")))
        .contains("```\n" + example + "```");
  }

  private static String example() {
    byte[] valueSalt = RecordFormat.valueSalt(SUBJECT_KEY, CASE, 1, "matches");
    String value = RecordFormat.valueCommitment(valueSalt, "matches", true);
    String actor =
        RecordFormat.personPseudonym(CASE_KEY, PersonId.of("5f0c2a10-0000-4000-8000-000000000002"));
    byte[] record =
        RecordFormat.record(
            RecordKind.STARTED,
            CASE,
            1,
            AT,
            Duration.ZERO,
            actor,
            Map.of("process", "admit-member"),
            Map.of("matches", value));
    byte[] salt = RecordFormat.recordSalt(SUBJECT_KEY, CASE, 1);
    byte[] entry =
        RecordFormat.entry(
            RecordKind.STARTED,
            RecordFormat.casePseudonym(CASE_KEY, CASE),
            1,
            RecordFormat.NOTHING_BEFORE,
            AT,
            RecordFormat.recordCommitment(salt, record));
    byte[] leaf = Merkle.leaf(entry);
    var note = SignedNote.sign(new Checkpoint("artel.local/example", 1, leaf).text(), exampleKey());
    byte[] proof = new InclusionProof(0, List.of(), note.bytes()).bytes();
    return """
    person id          5f0c2a10-0000-4000-8000-000000000002
    salt of "matches"  %s
    its commitment     %s
    record             %s
    salt of the record %s
    entry              %s
    leaf hash          %s
    verifier key       %s
    digest of the checkpoint, for an anchor
                       %s
    proofs/000001.tlog-proof, whose last five lines are the checkpoint:
    %s\
    """
        .formatted(
            Hashes.hex(valueSalt),
            value,
            new String(record, UTF_8),
            Hashes.hex(salt),
            new String(entry, UTF_8),
            Hashes.hex(leaf),
            exampleKey().verifier(),
            Hashes.hex(Hashes.sha256(note.bytes())),
            new String(proof, UTF_8));
  }

  /** Test vector 1 of RFC 8032 7.1. */
  private static LogKey exampleKey() {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    var verifier =
        VerifierKey.of(
            "artel.local/example",
            HexFormat.of()
                .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    byte[] typed = new byte[33];
    typed[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, typed, 1, 32);
    return LogKey.parse(
        "PRIVATE+KEY+%s+%s+%s\n%s\n"
            .formatted(verifier.name(), verifier.id(), Hashes.base64(typed), verifier));
  }

  private static byte[] bytesFrom(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }
}

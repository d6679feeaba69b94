package coop.artel.notary;

import coop.artel.notary.Verifier.Anchoring;
import coop.artel.notary.Verifier.Line;
import coop.artel.notary.Verifier.Result;
import coop.artel.notary.Verifier.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the proof of a single entry, offline: a c2sp.org/tlog-proof with the entry as its extra.
 */
final class ProofVerifier {
  private static final String FILE = "tlog-proof";
  private static final String ENTRY = "extra";

  private final @Nullable Policy policy;
  private final byte @Nullable [] digest;
  private final List<Line> lines = new ArrayList<>();
  private String making = "proof-form";
  private int made;

  private ProofVerifier(@Nullable Policy policy, byte @Nullable [] digest) {
    this.policy = policy;
    this.digest = digest;
  }

  static boolean isProof(byte[] file) {
    byte[] head = InclusionProof.HEAD.getBytes(StandardCharsets.UTF_8);
    return file.length > head.length && Arrays.equals(Arrays.copyOf(file, head.length), head);
  }

  /**
   * @param digest of a receipt, which the entry must have; a proof without its entry needs it
   */
  static Verdict verify(byte[] file, @Nullable Policy policy, byte @Nullable [] digest) {
    var verifier = new ProofVerifier(policy, digest);
    return new Verdict(verifier.result(file), Anchoring.NONE, verifier.lines);
  }

  private Result result(byte[] file) {
    try {
      return checkAll(file);
    } catch (IllegalArgumentException e) {
      return bad(new Wrong("form", FILE));
    } catch (Wrong wrong) {
      return bad(wrong);
    }
  }

  private Result checkAll(byte[] file) throws Wrong {
    var proof = InclusionProof.parse(file);
    var note = SignedNote.parse(proof.checkpoint());
    var head = Checkpoint.parse(note.text());
    holds("proof-entry");
    byte[] leaf = leaf(proof.extra());
    holds("proof-included");
    if (!leads(proof, leaf, head)) {
      throw new Wrong("not-included", FILE);
    }
    holds("signature");
    if (policy == null) {
      lines.add(new Line(0, false, "signer-unknown", List.of()));
      return Result.SIGNER_UNKNOWN;
    }
    policy.checkSigned(note, head.origin(), FILE);
    holds("");
    if (proof.extra() != null) {
      tell("proof-entry", entry(proof.extra()));
    }
    tell("proof", List.of(proof.index(), head.origin(), Hashes.hex(leaf)));
    return Result.GOOD;
  }

  private byte[] leaf(byte @Nullable [] entry) throws Wrong {
    if (entry == null) {
      if (digest == null) {
        throw new Wrong("absent", ENTRY);
      }
      return digest;
    }
    byte[] leaf = Merkle.leaf(entry);
    if (digest != null && !Arrays.equals(leaf, digest)) {
      throw new Wrong("proof-digest", Hashes.hex(leaf));
    }
    entry(entry);
    return leaf;
  }

  /** Kind, number in the case, minute. */
  private static List<Object> entry(byte[] bytes) throws Wrong {
    var entry = EntryForm.read(ENTRY, bytes);
    String at = entry.text("at").replace('T', ' ').replace("Z", " UTC");
    return List.of(entry.text("kind"), entry.number("n"), at);
  }

  private static boolean leads(InclusionProof proof, byte[] leaf, Checkpoint head) {
    try {
      byte[] root = Merkle.root(proof.index(), head.size(), leaf, proof.path());
      return Arrays.equals(root, head.root());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The check that is being made holds; the next one begins. */
  private void holds(String next) {
    made(true);
    making = next;
  }

  private Result bad(Wrong wrong) {
    made(false);
    lines.add(new Line(0, false, "wrong." + wrong.key(), wrong.arguments()));
    return Result.BAD;
  }

  private void made(boolean holds) {
    made++;
    lines.add(new Line(made, holds, "check." + making, List.of()));
  }

  private void tell(String key, List<Object> arguments) {
    lines.add(new Line(0, true, "told." + key, arguments));
  }
}

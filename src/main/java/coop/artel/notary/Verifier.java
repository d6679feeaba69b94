package coop.artel.notary;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export and trusts nothing in it: everything that can be derived is derived anew, and
 * what must come from elsewhere comes from the policy. Uses no database, no network and no Spring.
 */
public final class Verifier {
  /** What the checking came to. */
  public enum Result {
    GOOD,
    BAD,
    /** All that stands in the file agrees, but without a policy anybody could have made it. */
    SIGNER_UNKNOWN
  }

  /** What is known of the anchor in the end. */
  public enum Anchoring {
    NONE,
    /** It is stated, and nothing here shows that it is true. */
    STATED,
    /** The block has it, but of a development chain, whose blocks nobody seals. */
    UNSEALED,
    PROVED
  }

  /** By their numbers, from 1; later checks go to the end, so that a number stays what it was. */
  private static final List<String> CHECKS =
      List.of(
          "zip",
          "files",
          "entries",
          "records",
          "values",
          "course",
          "attachments",
          "manifest",
          "proofs",
          "anchor",
          "signature",
          "chain",
          "anchor-block",
          "anchor-receipt",
          "anchor-event",
          "seals",
          "stamp");

  /**
   * A line of the report.
   *
   * @param number of a check from 1, 0 for what is only told
   * @param key of the message, under {@code verify.}
   */
  public record Line(int number, boolean holds, String key, List<Object> arguments) {}

  /** The report, check by check; after the one that does not hold none is made. */
  public record Verdict(Result result, Anchoring anchoring, List<Line> lines) {
    public Verdict {
      lines = List.copyOf(lines);
    }
  }

  /** The number of a check wherever it is made, from 1. */
  static int number(String check) {
    return CHECKS.indexOf(check) + 1;
  }

  private interface Check {
    void run() throws Wrong;
  }

  private final @Nullable Policy policy;
  private final boolean anchorRequired;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line> told = new ArrayList<>();
  private Anchoring anchoring = Anchoring.NONE;
  private Policy.@Nullable TrustedChain chain;

  private Verifier(@Nullable Policy policy, boolean anchorRequired) {
    this.policy = policy;
    this.anchorRequired = anchorRequired;
  }

  /**
   * Checks the bytes of an export; there is nothing in them that throws.
   *
   * @param anchorRequired whether an export is bad that does not prove an anchor which the policy
   *     trusts: whoever holds an export can leave that out, and nothing in the rest tells
   */
  static Verdict verify(byte[] export, @Nullable Policy policy, boolean anchorRequired) {
    var verifier = new Verifier(policy, anchorRequired);
    var result = verifier.result(export);
    return new Verdict(result, verifier.anchoring, verifier.lines);
  }

  /**
   * Checks the bytes of an export. A policy that is not understood is refused with {@link
   * IllegalArgumentException}.
   */
  public static Verdict verify(byte[] export, byte @Nullable [] policy) {
    return verify(export, policy == null ? null : Policy.parse(policy), false);
  }

  private Result result(byte[] export) {
    try {
      return checkAll(read(export));
    } catch (Wrong wrong) {
      lines.add(new Line(0, false, "wrong." + wrong.key(), wrong.arguments()));
      return Result.BAD;
    }
  }

  private SortedMap<String, byte[]> read(byte[] export) throws Wrong {
    try {
      var files = StoredZip.read(export);
      check("zip", () -> {});
      return files;
    } catch (StoredZip.NotAsWritten e) {
      check(
          "zip",
          () -> {
            throw new Wrong(e.key(), e.file());
          });
      throw new IllegalStateException(e);
    }
  }

  private Result checkAll(SortedMap<String, byte[]> files) throws Wrong {
    var exported = new ExportedCase(files);
    var seal = new ExportedSeal(files);
    check("files", exported::checkFiles);
    check("entries", exported::checkEntries);
    check("records", exported::checkRecords);
    check("values", () -> tellIfSome("hidden-values", exported.checkValues()));
    check("course", exported::checkCourse);
    check("attachments", () -> tellIfSome("withheld", exported.checkAttachments().size()));
    check("manifest", exported::checkManifest);
    check("proofs", () -> seal.checkProofs(exported));
    check("anchor", () -> checkAnchor(seal));
    tellIfSome("erased", exported.erased().size());
    var trusted = policy;
    if (trusted != null) {
      check("signature", () -> seal.checkSignature(trusted));
      checkChain(seal, trusted);
    }
    checkProof(new ExportedAnchor(files, seal.anchor().orElse(null)));
    checkStamp(new ExportedStamp(files), seal);
    lines.addAll(told);
    if (trusted == null) {
      lines.add(new Line(0, false, "signer-unknown", List.of()));
      return Result.SIGNER_UNKNOWN;
    }
    String state = exported.runs() ? "open" : "series";
    tellNow(exported.closed() ? "closed" : state, exported.caseId(), exported.count());
    return Result.GOOD;
  }

  private void checkAnchor(ExportedSeal seal) throws Wrong {
    if (seal.checkAnchor().isPresent()) {
      anchoring = Anchoring.STATED;
    } else if (anchorRequired) {
      throw new Wrong("absent", ExportNames.ANCHOR);
    } else {
      tell("not-anchored");
    }
  }

  private void checkChain(ExportedSeal seal, Policy trusted) throws Wrong {
    if (trusted.chains().isEmpty() && !anchorRequired) {
      tell("no-chain-in-policy");
    } else {
      check("chain", () -> seal.checkChain(trusted.chains()));
      chain = seal.anchoredOn(trusted);
    }
  }

  private void checkProof(ExportedAnchor proof) throws Wrong {
    if (!proof.isThere() && !anchorRequired) {
      proof.statedBlock().ifPresent(block -> tell("anchor-stated", block));
      return;
    }
    check("anchor-block", proof::checkBlock);
    check("anchor-receipt", proof::checkReceipt);
    check("anchor-event", proof::checkEvent);
    var trusted = chain;
    if (trusted != null) {
      checkSeals(proof, trusted.validators());
    }
  }

  /** By its policy a chain without validators is one for development, unless its block has some. */
  private void checkSeals(ExportedAnchor proof, List<String> validators) throws Wrong {
    String block = Long.toString(proof.block().number());
    String hash = AnchorFiles.hex(proof.block().hash());
    if (!validators.isEmpty() || (anchorRequired && !proof.block().namedValidators().isEmpty())) {
      check(
          "seals",
          () -> {
            var seals = proof.checkSeals(validators);
            tell("anchor-proved", block, hash, seals.counted(), seals.validators());
          });
      anchoring = Anchoring.PROVED;
    } else if (proof.block().namedValidators().isEmpty()) {
      tell("anchor-unsealed", block, hash);
      anchoring = Anchoring.UNSEALED;
    } else {
      tell("no-validators-in-policy", block, hash);
    }
  }

  private void checkStamp(ExportedStamp stamp, ExportedSeal seal) throws Wrong {
    if (!stamp.isThere()) {
      tell("not-stamped");
      return;
    }
    check(
        "stamp",
        () -> {
          var read = stamp.check(seal.asTheLogSigned(), policy);
          boolean trusted = policy != null && !policy.authorities().isEmpty();
          tell(trusted ? "stamped" : "stamp-stated", read.at(), read.authority());
        });
  }

  private void check(String key, Check check) throws Wrong {
    int number = number(key);
    try {
      check.run();
      lines.add(new Line(number, true, "check." + key, List.of()));
    } catch (Wrong wrong) {
      lines.add(new Line(number, false, "check." + key, List.of()));
      throw wrong;
    }
  }

  private void tellIfSome(String key, long number) {
    if (number > 0) {
      tell(key, number);
    }
  }

  private void tell(String key, Object... arguments) {
    told.add(new Line(0, true, "told." + key, List.of(arguments)));
  }

  private void tellNow(String key, Object... arguments) {
    lines.add(new Line(0, true, "told." + key, List.of(arguments)));
  }
}

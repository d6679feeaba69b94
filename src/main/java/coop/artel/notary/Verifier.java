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

  /**
   * A line of the report.
   *
   * @param number of a check from 1, 0 for what is only told
   * @param key of the message, under {@code verify.}
   */
  public record Line(int number, boolean holds, String key, List<Object> arguments) {}

  /**
   * The report, check by check; after the one that does not hold none is made.
   *
   * @param anchored whether there was an anchor to be checked
   */
  public record Verdict(Result result, boolean anchored, List<Line> lines) {
    public Verdict {
      lines = List.copyOf(lines);
    }
  }

  private interface Check {
    void run() throws Wrong;
  }

  private final @Nullable Policy policy;
  private final boolean anchorRequired;
  private boolean anchored;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line> told = new ArrayList<>();
  private int checks;

  private Verifier(@Nullable Policy policy, boolean anchorRequired) {
    this.policy = policy;
    this.anchorRequired = anchorRequired;
  }

  /**
   * Checks the bytes of an export; there is nothing in them that throws.
   *
   * @param anchorRequired whether an export without an anchor that the policy trusts is bad:
   *     whoever holds an export can leave its anchor out, and nothing in the rest tells
   */
  static Verdict verify(byte[] export, @Nullable Policy policy, boolean anchorRequired) {
    var verifier = new Verifier(policy, anchorRequired);
    var result = verifier.result(export);
    return new Verdict(result, verifier.anchored, verifier.lines);
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
    if (trusted == null) {
      lines.addAll(told);
      lines.add(new Line(0, false, "signer-unknown", List.of()));
      return Result.SIGNER_UNKNOWN;
    }
    check("signature", () -> seal.checkSignature(trusted));
    if (trusted.chains().isEmpty() && !anchorRequired) {
      tell("no-chain-in-policy");
    } else {
      check("chain", () -> seal.checkChain(trusted.chains()));
    }
    lines.addAll(told);
    String state = exported.runs() ? "open" : "series";
    tellNow(exported.closed() ? "closed" : state, exported.caseId(), exported.count());
    return Result.GOOD;
  }

  private void checkAnchor(ExportedSeal seal) throws Wrong {
    var anchor = seal.checkAnchor();
    anchored = anchor.isPresent();
    if (anchored) {
      tell("anchor-stated", String.valueOf(anchor.get().content().get("block")));
    } else if (anchorRequired) {
      throw new Wrong("absent", ExportNames.ANCHOR);
    } else {
      tell("not-anchored");
    }
  }

  private void check(String key, Check check) throws Wrong {
    checks++;
    try {
      check.run();
      lines.add(new Line(checks, true, "check." + key, List.of()));
    } catch (Wrong wrong) {
      lines.add(new Line(checks, false, "check." + key, List.of()));
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

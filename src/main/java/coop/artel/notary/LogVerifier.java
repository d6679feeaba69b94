package coop.artel.notary;

import coop.artel.chain.AnchorReader;
import coop.artel.chain.ChainUnavailable;
import coop.artel.notary.Verifier.Anchoring;
import coop.artel.notary.Verifier.Line;
import coop.artel.notary.Verifier.Result;
import coop.artel.notary.Verifier.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a running log from outside: reads its checkpoint, entries and tiles, computes the tree
 * anew, and holds it to every checkpoint that the log has signed and every anchor on the chain. Its
 * memory does not grow with the log.
 */
final class LogVerifier {
  private static final String CHECKPOINT = "log-checkpoint";
  private static final String SIGNATURE = "log-signature";
  private static final List<String> CHECKS =
      List.of(
          CHECKPOINT,
          SIGNATURE,
          LogWalk.ENTRIES,
          LogWalk.TILES,
          LogHistory.CHECK,
          LogMilestones.ROOT,
          LogMilestones.ANCHORS,
          LogSince.CHECK);

  /** There is no checkpoint: no log is at that address, or nothing was sealed yet. */
  static final class NoLog extends IOException {}

  private final LogSource log;
  private final @Nullable Policy policy;
  private final boolean anchorRequired;
  private final List<Line> lines = new ArrayList<>();

  LogVerifier(LogSource log, @Nullable Policy policy, boolean anchorRequired) {
    this.log = log;
    this.policy = policy;
    this.anchorRequired = anchorRequired;
  }

  /**
   * @param contracts what the chain holds of the log, opened before this is called, so that nothing
   *     there is newer than the checkpoint; null where no chain is asked
   */
  Verdict verify(@Nullable List<LogMilestones.Anchors> contracts)
      throws IOException, ChainUnavailable {
    var anchoring = Anchoring.NONE;
    try {
      // Before the checkpoint that counts: none that is stamped may be newer than that.
      var stamped = log.find(LogStamps.CHECKPOINT);
      var newest = newest();
      var stamp = LogStamp.read(log, stamped, policy, newest.head());
      var anchors = contracts == null ? List.<LogMilestones.Anchors>of() : contracts;
      var history = new LogHistory(log, policy, newest.head());
      var milestones =
          new LogMilestones(history, newest, stamp.map(LogStamp::of).orElse(null), anchors);
      new LogWalk(log, newest.head().size()).walk(milestones);
      List.of(LogWalk.ENTRIES, LogWalk.TILES, LogHistory.CHECK, LogMilestones.ROOT)
          .forEach(check -> made(check, true));
      if (contracts != null) {
        checkAnchors(milestones);
      }
      if (stamp.isPresent()) {
        made(LogStamp.CHECK, true);
      }
      anchoring = milestones.anchors() > 0 ? compared() : Anchoring.NONE;
      tellStamp(stamp.orElse(null));
      tell(newest.head(), milestones, contracts != null);
      return new Verdict(result(), anchoring, lines);
    } catch (Wrong wrong) {
      return bad(wrong, anchoring);
    }
  }

  /** On a chain whose blocks nobody seals the node that was asked may have made them up. */
  private Anchoring compared() {
    return policy != null && policy.chains().stream().allMatch(it -> it.validators().isEmpty())
        ? Anchoring.UNSEALED
        : Anchoring.PROVED;
  }

  /** Reads no entries: a proof shows that the log still begins with what somebody kept. */
  Verdict verifySince(LogHistory.Signed kept) throws IOException {
    try {
      var head = new LogSince(log, policy).check(kept, newest().head());
      made(LogSince.CHECK, true);
      tell("log-since", kept.head().size(), head.size() - kept.head().size());
      tellSigner(head);
      return new Verdict(result(), Anchoring.NONE, lines);
    } catch (Wrong wrong) {
      return bad(wrong, Anchoring.NONE);
    }
  }

  private Verdict bad(Wrong wrong, Anchoring anchoring) {
    made(wrong.check(), false);
    lines.add(new Line(0, false, "wrong." + wrong.key(), wrong.arguments()));
    return new Verdict(Result.BAD, anchoring, lines);
  }

  private LogHistory.Signed newest() throws Wrong, IOException {
    byte[] bytes = log.find(ExportNames.CHECKPOINT).orElseThrow(NoLog::new);
    try {
      var note = SignedNote.parse(bytes);
      var head = Checkpoint.parse(note.text());
      made(CHECKPOINT, true);
      if (policy != null) {
        policy.checkSigned(note, head.origin(), ExportNames.CHECKPOINT);
        made(SIGNATURE, true);
      }
      return new LogHistory.Signed(head, bytes);
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", ExportNames.CHECKPOINT).in(CHECKPOINT);
    } catch (Wrong wrong) {
      throw wrong.in(SIGNATURE);
    }
  }

  private void checkAnchors(LogMilestones milestones) throws Wrong {
    milestones.checkEnd();
    if (anchorRequired && milestones.anchors() == 0) {
      throw new Wrong("log-not-anchored").in(LogMilestones.ANCHORS);
    }
    made(LogMilestones.ANCHORS, true);
  }

  private void tellStamp(@Nullable LogStamp stamp) {
    if (stamp == null) {
      tell("not-stamped");
      return;
    }
    boolean trusted = policy != null && !policy.authorities().isEmpty();
    tell(
        trusted ? "log-stamped" : "log-stamp-stated",
        stamp.stamp().at(),
        stamp.of().head().size(),
        stamp.stamp().authority());
  }

  private void tell(Checkpoint head, LogMilestones milestones, boolean chainAsked) {
    tell("log-history", milestones.checkpoints());
    Optional<AnchorReader.Held> last = milestones.lastAnchor();
    if (!chainAsked) {
      tell("log-no-rpc");
    } else if (last.isEmpty()) {
      tell("log-not-anchored");
    } else {
      tell("log-anchors", milestones.anchors(), last.get().size(), last.get().block());
      tell("log-unanchored", head.size() - last.get().size());
    }
    tellSigner(head);
  }

  private void tellSigner(Checkpoint head) {
    if (policy == null) {
      lines.add(new Line(0, false, "signer-unknown", List.of()));
    }
    tell("log", head.origin(), head.size());
  }

  private Result result() {
    return policy == null ? Result.SIGNER_UNKNOWN : Result.GOOD;
  }

  private void made(String check, boolean holds) {
    // A time stamp is checked like that of an export, under the same number.
    int number = check.equals(LogStamp.CHECK) ? Verifier.number(check) : CHECKS.indexOf(check) + 1;
    lines.add(new Line(number, holds, "check." + check, List.of()));
  }

  private void tell(String key, Object... arguments) {
    lines.add(new Line(0, true, "told." + key, List.of(arguments)));
  }
}

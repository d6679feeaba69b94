package coop.artel.notary;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a log still begins as it did when somebody kept its checkpoint. */
final class LogSince {
  static final String CHECK = "log-since";

  private final LogSource log;
  private final @Nullable Policy policy;

  LogSince(LogSource log, @Nullable Policy policy) {
    this.log = log;
    this.policy = policy;
  }

  /**
   * Asks for the proof, which comes with a head of its own: the log may have gone on since the
   * newest was read.
   *
   * @return the head that the proof leads to
   */
  Checkpoint check(LogHistory.Signed kept, Checkpoint newest) throws Wrong, IOException {
    try {
      return checkAll(kept, newest);
    } catch (Wrong wrong) {
      throw wrong.in(CHECK);
    }
  }

  private Checkpoint checkAll(LogHistory.Signed kept, Checkpoint newest) throws Wrong, IOException {
    var old = kept.head();
    if (!old.origin().equals(newest.origin())) {
      throw new Wrong("log-since-other", old.origin(), newest.origin());
    }
    checkSigned(SignedNote.parse(kept.note()), old, "--since");
    if (old.size() > newest.size()) {
      throw new Wrong("log-since-cut", newest.size(), old.size());
    }
    if (old.size() == newest.size()) {
      return compared(old, newest);
    }
    String path = "consistency/" + old.size();
    byte[] file = log.find(path).orElseThrow(() -> new Wrong("absent", path));
    try {
      var proof = ConsistencyProof.parse(file);
      var note = SignedNote.parse(proof.checkpoint());
      var head = Checkpoint.parse(note.text());
      if (proof.old() != old.size()
          || !head.origin().equals(newest.origin())
          || head.size() < newest.size()) {
        throw new Wrong("form", path);
      }
      checkSigned(note, head, path);
      if (!Merkle.isBeginning(old.size(), old.root(), head.size(), head.root(), proof.path())) {
        throw new Wrong("log-since", old.size(), head.size());
      }
      return head;
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", path);
    }
  }

  private void checkSigned(SignedNote note, Checkpoint head, String what) throws Wrong {
    if (policy != null) {
      policy.checkSigned(note, head.origin(), what);
    }
  }

  private static Checkpoint compared(Checkpoint old, Checkpoint newest) throws Wrong {
    if (!Arrays.equals(old.root(), newest.root())) {
      throw new Wrong("log-since", old.size(), newest.size());
    }
    return newest;
  }
}

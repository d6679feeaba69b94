package coop.artel.notary;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The checkpoints that a log has signed before its newest, oldest first, a page at a time. */
final class LogHistory {
  static final String CHECK = "log-history";

  /** A checkpoint with the note that it stands in. */
  record Signed(Checkpoint head, byte[] note) {}

  private final LogSource log;
  private final @Nullable Policy policy;
  private final Checkpoint newest;
  private final Queue<Signed> page = new ArrayDeque<>();
  private long last;
  private boolean ended;

  LogHistory(LogSource log, @Nullable Policy policy, Checkpoint newest) {
    this.log = log;
    this.policy = policy;
    this.newest = newest;
  }

  /** Empty at the end, at once for a log that offers no history. */
  Optional<Signed> next() throws Wrong, IOException {
    if (page.isEmpty() && !ended) {
      read("history/" + last);
    }
    return Optional.ofNullable(page.poll());
  }

  private void read(String path) throws Wrong, IOException {
    var bundle = log.find(path);
    if (bundle.isEmpty() || bundle.get().length == 0) {
      ended = true;
      return;
    }
    for (byte[] note : notes(bundle.get(), path)) {
      var signed = read(note, path);
      if (signed.head.size() <= last || !signed.head.origin().equals(newest.origin())) {
        throw new Wrong("form", path).in(CHECK);
      }
      last = signed.head.size();
      // The log goes on while it is read.
      ended = last >= newest.size();
      if (ended) {
        return;
      }
      page.add(signed);
    }
  }

  private static Iterable<byte[]> notes(byte[] bundle, String path) throws Wrong {
    try {
      return Bundle.read(bundle);
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", path).in(CHECK);
    }
  }

  private Signed read(byte[] bytes, String path) throws Wrong {
    try {
      var note = SignedNote.parse(bytes);
      var head = Checkpoint.parse(note.text());
      if (policy != null) {
        policy.checkSigned(note, head.origin(), path);
      }
      return new Signed(head, bytes);
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", path).in(CHECK);
    } catch (Wrong wrong) {
      throw wrong.in(CHECK);
    }
  }
}

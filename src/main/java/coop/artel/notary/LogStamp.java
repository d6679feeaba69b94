package coop.artel.notary;

import coop.artel.signing.TimeStamp;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest time stamp that a log offers.
 *
 * @param of the checkpoint that was stamped
 */
record LogStamp(LogHistory.Signed of, TimeStamp stamp) {
  static final String CHECK = "stamp";

  /**
   * Reads the stamp and holds it to its checkpoint and to the policy; whether that checkpoint is
   * one of this log's, its entries show.
   *
   * @param stamped the checkpoint, asked for before the newest one, so that it is not newer; empty
   *     where the log offers none
   */
  static Optional<LogStamp> read(
      LogSource log, Optional<byte[]> stamped, @Nullable Policy policy, Checkpoint newest)
      throws Wrong, IOException {
    if (stamped.isEmpty()) {
      return Optional.empty();
    }
    try {
      var of = checkpoint(stamped.get(), policy, newest);
      String path = LogStamps.path(of.head().size());
      byte[] file = log.find(path).orElseThrow(() -> new Wrong("absent", path));
      byte[] signed =
          SignedNote.parse(of.note())
              .under(newest.origin())
              .orElseThrow(() -> new Wrong("signature", LogStamps.CHECKPOINT))
              .bytes();
      return Optional.of(new LogStamp(of, ExportedStamp.check(file, path, signed, policy)));
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", LogStamps.CHECKPOINT).in(CHECK);
    } catch (Wrong wrong) {
      throw wrong.in(CHECK);
    }
  }

  private static LogHistory.Signed checkpoint(
      byte[] bytes, @Nullable Policy policy, Checkpoint newest) throws Wrong {
    var note = SignedNote.parse(bytes);
    var head = Checkpoint.parse(note.text());
    if (head.size() == 0 || !head.origin().equals(newest.origin())) {
      throw new Wrong("form", LogStamps.CHECKPOINT);
    }
    if (policy != null) {
      policy.checkSigned(note, head.origin(), LogStamps.CHECKPOINT);
    }
    if (head.size() > newest.size()) {
      throw new Wrong("log-stamp-cut", newest.size(), head.size());
    }
    return new LogHistory.Signed(head, bytes);
  }
}

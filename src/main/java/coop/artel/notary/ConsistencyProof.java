package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That a log still begins as it did, in the words in which a witness is told it
 * (c2sp.org/tlog-witness).
 *
 * @param old the size that the log had
 * @param checkpoint the newest signed head, as it stands
 */
record ConsistencyProof(long old, List<byte[]> path, byte[] checkpoint) {
  private static final String OLD = "old ";
  private static final int MOST_HASHES = 64;

  byte[] bytes() {
    var out = new StringBuilder(OLD).append(old).append('\n');
    path.forEach(hash -> out.append(Hashes.base64(hash)).append('\n'));
    out.append('\n').append(new String(checkpoint, StandardCharsets.UTF_8));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Throws {@link IllegalArgumentException} for all that {@link #bytes} does not write. */
  static ConsistencyProof parse(byte[] bytes) {
    String text = SignedNote.utf8(bytes);
    int end = text.indexOf("\n\n");
    if (end < 0 || !text.startsWith(OLD)) {
      throw new IllegalArgumentException("not a consistency proof");
    }
    String[] lines = text.substring(0, end).split("\n", -1);
    if (lines.length > 1 + MOST_HASHES) {
      throw new IllegalArgumentException("too many hashes");
    }
    var path = new ArrayList<byte[]>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      byte[] hash = Hashes.ofBase64(line);
      if (hash.length != Hashes.LENGTH) {
        throw new IllegalArgumentException("not a hash");
      }
      path.add(hash);
    }
    var proof =
        new ConsistencyProof(
            Long.parseLong(lines[0].substring(OLD.length())),
            path,
            text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
    if (!Arrays.equals(proof.bytes(), bytes)) {
      throw new IllegalArgumentException("not the one form of a consistency proof");
    }
    return proof;
  }
}

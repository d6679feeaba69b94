package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an entry stands at an index under a checkpoint, in the form of c2sp.org/tlog-proof.
 *
 * @param path from the leaf's sibling up to the root's child
 * @param checkpoint the signed note, verbatim
 * @param extra what the format leaves open and nobody vouches for: the entry itself, or none
 */
record InclusionProof(long index, List<byte[]> path, byte[] checkpoint, byte @Nullable [] extra) {
  static final String HEAD = "c2sp.org/tlog-proof@v1\n";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  InclusionProof(long index, List<byte[]> path, byte[] checkpoint) {
    this(index, path, checkpoint, null);
  }

  byte[] bytes() {
    var out = new StringBuilder(HEAD);
    if (extra != null) {
      out.append(EXTRA).append(Hashes.base64(extra)).append('\n');
    }
    out.append(INDEX).append(index).append('\n');
    path.forEach(hash -> out.append(Hashes.base64(hash)).append('\n'));
    out.append('\n').append(new String(checkpoint, StandardCharsets.UTF_8));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Throws {@link IllegalArgumentException} for all that {@link #bytes} does not write. */
  static InclusionProof parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\n\n");
    if (!text.startsWith(HEAD) || end < HEAD.length()) {
      throw new IllegalArgumentException("not an inclusion proof");
    }
    String[] lines = text.substring(HEAD.length(), end).split("\n", -1);
    int first = lines[0].startsWith(EXTRA) ? 1 : 0;
    if (first == lines.length || !lines[first].startsWith(INDEX)) {
      throw new IllegalArgumentException("not an inclusion proof");
    }
    var path = new ArrayList<byte[]>();
    for (int i = first + 1; i < lines.length; i++) {
      byte[] hash = Hashes.ofBase64(lines[i]);
      if (hash.length != Hashes.LENGTH || path.size() == 64) {
        throw new IllegalArgumentException("not an inclusion proof");
      }
      path.add(hash);
    }
    var proof =
        new InclusionProof(
            Long.parseLong(lines[first].substring(INDEX.length())),
            path,
            text.substring(end + 2).getBytes(StandardCharsets.UTF_8),
            first == 0 ? null : Hashes.ofBase64(lines[0].substring(EXTRA.length())));
    if (!Arrays.equals(proof.bytes(), bytes)) {
      throw new IllegalArgumentException("not an inclusion proof");
    }
    return proof;
  }
}

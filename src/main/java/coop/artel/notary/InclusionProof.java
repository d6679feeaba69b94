package coop.artel.notary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That an entry stands at an index under a checkpoint, in the form of c2sp.org/tlog-proof.
 *
 * @param path from the leaf's sibling up to the root's child
 * @param checkpoint the signed note, verbatim
 */
record InclusionProof(long index, List<byte[]> path, byte[] checkpoint) {
  private static final String HEAD = "c2sp.org/tlog-proof@v1\nindex ";

  byte[] bytes() {
    var out = new StringBuilder(HEAD).append(index).append('\n');
    path.forEach(hash -> out.append(Hashes.base64(hash)).append('\n'));
    out.append('\n').append(new String(checkpoint, StandardCharsets.UTF_8));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Throws {@link IllegalArgumentException} for all that {@link #bytes} does not write. */
  static InclusionProof parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\n\n");
    if (!text.startsWith(HEAD) || end < 0) {
      throw new IllegalArgumentException("not an inclusion proof");
    }
    String[] lines = text.substring(HEAD.length(), end).split("\n", -1);
    var path = new ArrayList<byte[]>();
    for (int i = 1; i < lines.length; i++) {
      byte[] hash = Hashes.ofBase64(lines[i]);
      if (hash.length != Hashes.LENGTH || path.size() == 64) {
        throw new IllegalArgumentException("not an inclusion proof");
      }
      path.add(hash);
    }
    var proof =
        new InclusionProof(
            Long.parseLong(lines[0]),
            path,
            text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
    if (!Arrays.equals(proof.bytes(), bytes)) {
      throw new IllegalArgumentException("not an inclusion proof");
    }
    return proof;
  }
}

package coop.artel.workflow;

import coop.artel.values.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of models and forms, by path from the jar's root: {@code processes/members/x.bpmn}.
 *
 * @param bytes by file, sorted
 */
record ModelFiles(SortedMap<String, byte[]> bytes) {
  /** By file. */
  SortedMap<String, String> digests() {
    var digests = new TreeMap<String, String>();
    bytes.forEach((file, content) -> digests.put(file, Sha256.of(content)));
    return digests;
  }

  String digest() {
    return digest(digests());
  }

  /**
   * Of a set: SHA-256 of a line a file with the SHA-256 of its bytes, two spaces and its path,
   * sorted by path.
   */
  static String digest(SortedMap<String, String> digests) {
    var listing = new StringBuilder();
    digests.forEach(
        (file, digest) -> listing.append(digest).append("  ").append(file).append('\n'));
    return Sha256.of(listing.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The set with some files put in the place of their former selves, or taken away. */
  ModelFiles with(Map<String, byte @Nullable []> changes) {
    var changed = new TreeMap<>(bytes);
    changes.forEach(
        (file, content) -> {
          if (content == null) {
            changed.remove(file);
          } else {
            changed.put(file, content);
          }
        });
    return new ModelFiles(changed);
  }
}

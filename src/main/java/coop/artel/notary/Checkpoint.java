package coop.artel.notary;

/**
 * A log's head as its note says it (c2sp.org/tlog-checkpoint), without extension lines.
 *
 * @param root 32 bytes
 */
record Checkpoint(String origin, long size, byte[] root) {
  String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, Hashes.base64(root));
  }

  /** Throws {@link IllegalArgumentException} for all that {@link #text} does not write. */
  static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || lines[0].isEmpty()) {
      throw new IllegalArgumentException("not the three lines of a checkpoint");
    }
    var checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), Hashes.ofBase64(lines[2]));
    if (checkpoint.size < 0
        || checkpoint.root.length != Hashes.LENGTH
        || !checkpoint.text().equals(text)) {
      throw new IllegalArgumentException("not a checkpoint");
    }
    return checkpoint;
  }
}

package coop.artel.notary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A log of any size made up for measuring those who verify: under a key of its own, with entries of
 * the usual length that tell of nothing.
 */
public final class MadeLog {
  private static final Pattern TILE =
      Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  private final LogKey key = LogKey.generate("artel.local/made");
  private final Policy policy = new Policy(List.of(key.verifier()), List.of());
  private final long size;
  private final List<byte[]> levels = new ArrayList<>();
  private final List<Long> sizes = new ArrayList<>();
  private final List<byte[]> notes = new ArrayList<>();

  private MadeLog(long size) {
    this.size = size;
  }

  /**
   * @param batch entries from one checkpoint to the next
   */
  public static MadeLog of(int size, int batch) {
    if (size < 1 || batch < 1) {
      throw new IllegalArgumentException("A log has entries and checkpoints");
    }
    var log = new MadeLog(size);
    log.write(batch);
    return log;
  }

  private void write(int batch) {
    byte[] leaves = new byte[Math.toIntExact(size * Hashes.LENGTH)];
    var edge = new Edge();
    for (int i = 0; i < size; i++) {
      byte[] leaf = Merkle.leaf(entry(i));
      System.arraycopy(leaf, 0, leaves, i * Hashes.LENGTH, Hashes.LENGTH);
      edge.append(leaf);
      if (edge.size() % batch == 0 || edge.size() == size) {
        var head = new Checkpoint(key.origin(), edge.size(), edge.root());
        sizes.add(edge.size());
        notes.add(SignedNote.sign(head.text(), key).bytes());
      }
    }
    int tile = Tree.WIDTH * Hashes.LENGTH;
    byte[] level = leaves;
    while (level.length > 0) {
      levels.add(level);
      var roots = new ByteArrayOutputStream();
      for (int at = 0; at + tile <= level.length; at += tile) {
        roots.writeBytes(Tree.fold(Arrays.copyOfRange(level, at, at + tile)));
      }
      level = roots.toByteArray();
    }
  }

  private static byte[] entry(long index) {
    String other = HexFormat.of().toHexDigits(index * 0x9e3779b97f4a7c15L).repeat(4);
    String entry =
        "{\"at\":\"2026-01-01T00:00Z\",\"case\":\""
            + other
            + "\",\"commitment\":\""
            + other
            + "\",\"kind\":\"completed\",\"n\":"
            + (index + 1)
            + ",\"prev\":\""
            + other
            + "\",\"v\":1}";
    return entry.getBytes(StandardCharsets.UTF_8);
  }

  /** A file of the log, by the paths that {@link LogFiles} has. */
  public Optional<byte[]> find(String path) {
    if (path.equals(ExportNames.CHECKPOINT)) {
      return Optional.of(note());
    }
    if (path.startsWith("history/")) {
      return Optional.of(history(Long.parseLong(path.substring(path.indexOf('/') + 1))));
    }
    var match = TILE.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    long index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
    int width = match.group(3) == null ? Tree.WIDTH : Integer.parseInt(match.group(3));
    return match.group(1).equals("entries")
        ? bundle(index, width)
        : new Tree(this::hashes).tile(Integer.parseInt(match.group(1)), index, width);
  }

  private byte[] note() {
    return notes.get(notes.size() - 1);
  }

  private byte[] history(long after) {
    int first = 0;
    while (first < sizes.size() && sizes.get(first) <= after) {
      first++;
    }
    return Bundle.write(notes.subList(first, Math.min(notes.size(), first + Tree.WIDTH)));
  }

  private Optional<byte[]> bundle(long index, int width) {
    long first = index * Tree.WIDTH;
    if (first + width > size) {
      return Optional.empty();
    }
    var entries = new ArrayList<byte[]>();
    for (int i = 0; i < width; i++) {
      entries.add(entry(first + i));
    }
    return Optional.of(Bundle.write(entries));
  }

  private byte[] hashes(int level, long index) {
    int tile = Tree.WIDTH * Hashes.LENGTH;
    byte[] all = level < levels.size() ? levels.get(level) : new byte[0];
    long from = Math.min(all.length, index * tile);
    return Arrays.copyOfRange(all, (int) from, (int) Math.min(all.length, from + tile));
  }

  /** What whoever verifies this log must trust. */
  public byte[] policy() {
    return policy.text().getBytes(StandardCharsets.UTF_8);
  }

  /** That an entry stands in the log, with the entry. */
  public byte[] proof(long index) {
    return new InclusionProof(index, new Tree(this::hashes).path(index, size), note(), entry(index))
        .bytes();
  }

  /** Whether a proof is one of this log, by all that {@code verify} checks. */
  public boolean holds(byte[] proof) {
    return ProofVerifier.verify(proof, policy, null).result() == Verifier.Result.GOOD;
  }
}

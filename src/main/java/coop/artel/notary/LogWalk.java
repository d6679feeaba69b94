package coop.artel.notary;

import coop.artel.chain.ChainUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recomputes a log's tree from its entries and holds every tile to it. Keeps one tile a level,
 * however long the log is.
 */
final class LogWalk {
  static final String ENTRIES = "log-entries";
  static final String TILES = "log-tiles";

  private static final int WIDTH = Tree.WIDTH;

  /** Tiles that are fetched while one is computed: the way to a log may be long. */
  private static final int AHEAD = 4;

  /** Told of each entry, with the edge of the tree that ends with it. */
  interface Listener {
    void appended(Edge edge, byte[] leaf) throws Wrong, IOException, ChainUnavailable;
  }

  /** A level above the leaves: what of it is not a full tile yet. */
  private static final class Level {
    private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    private long tiles;
  }

  private final LogSource log;
  private final long size;
  private final Edge edge = new Edge();
  private final List<Level> levels = new ArrayList<>();

  LogWalk(LogSource log, long size) {
    this.log = log;
    this.size = size;
  }

  void walk(Listener listener) throws Wrong, IOException, ChainUnavailable {
    for (long tile = 0; tile < AHEAD; tile++) {
      announce(tile);
    }
    for (long tile = 0; tile * WIDTH < size; tile++) {
      announce(tile + AHEAD);
      int width = width(tile);
      byte[] leaves = leaves(tile, width);
      for (int i = 0; i < width; i++) {
        byte[] leaf = hash(leaves, i);
        edge.append(leaf);
        listener.appended(edge, leaf);
      }
      if (width == WIDTH) {
        add(1, Tree.fold(leaves));
      }
    }
    for (int level = 1; level <= levels.size(); level++) {
      if (levels.get(level - 1).hashes.size() > 0) {
        compare(level);
      }
    }
  }

  /** Nothing beyond the end of the log. */
  private void announce(long tile) {
    int width = width(tile);
    if (width > 0) {
      log.announce(LogFiles.path("entries", tile, width));
      log.announce(LogFiles.path("0", tile, width));
    }
  }

  private int width(long tile) {
    return (int) Math.max(0, Math.min(WIDTH, size - tile * WIDTH));
  }

  /** The leaf hashes of a bundle, each compared with what the tile over it holds. */
  private byte[] leaves(long tile, int width) throws Wrong, IOException {
    List<byte[]> entries = entries(tile, width);
    String path = LogFiles.path("0", tile, width);
    byte[] held = tile(path, width, ENTRIES);
    byte[] leaves = new byte[width * Hashes.LENGTH];
    for (int i = 0; i < width; i++) {
      byte[] leaf = Merkle.leaf(entries.get(i));
      if (!Arrays.equals(leaf, hash(held, i))) {
        throw new Wrong("log-entry", tile * WIDTH + i, path).in(ENTRIES);
      }
      System.arraycopy(leaf, 0, leaves, i * Hashes.LENGTH, Hashes.LENGTH);
    }
    return leaves;
  }

  private List<byte[]> entries(long tile, int width) throws Wrong, IOException {
    String path = LogFiles.path("entries", tile, width);
    var bundle = log.find(path);
    if (bundle.isEmpty()) {
      throw new Wrong("log-entry-absent", tile * WIDTH + served(tile, width)).in(ENTRIES);
    }
    try {
      var entries = Bundle.read(bundle.get());
      if (entries.size() == width) {
        return entries;
      }
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", path).in(ENTRIES);
    }
    throw new Wrong("form", path).in(ENTRIES);
  }

  /** How many entries of a bundle there are before the first that is not. */
  private int served(long tile, int width) throws IOException {
    int there = 0;
    int absent = width;
    while (absent - there > 1) {
      int middle = (there + absent) / 2;
      if (log.find(LogFiles.path("entries", tile, middle)).isPresent()) {
        there = middle;
      } else {
        absent = middle;
      }
    }
    return there;
  }

  private void add(int level, byte[] hash) throws Wrong, IOException {
    if (levels.size() < level) {
      levels.add(new Level());
    }
    var at = levels.get(level - 1);
    at.hashes.writeBytes(hash);
    if (at.hashes.size() == WIDTH * Hashes.LENGTH) {
      byte[] full = compare(level);
      at.hashes.reset();
      at.tiles++;
      add(level + 1, Tree.fold(full));
    }
  }

  private byte[] compare(int level) throws Wrong, IOException {
    var at = levels.get(level - 1);
    byte[] made = at.hashes.toByteArray();
    int width = made.length / Hashes.LENGTH;
    String path = LogFiles.path(Integer.toString(level), at.tiles, width);
    int differs = Arrays.mismatch(made, tile(path, width, TILES));
    if (differs >= 0) {
      long span = 1L << (8 * level);
      long first = (at.tiles * WIDTH + differs / Hashes.LENGTH) * span;
      throw new Wrong("log-tile", path, first, first + span - 1).in(TILES);
    }
    return made;
  }

  private byte[] tile(String path, int width, String check) throws Wrong, IOException {
    byte[] tile = log.find(path).orElseThrow(() -> new Wrong("absent", path).in(check));
    if (tile.length != width * Hashes.LENGTH) {
      throw new Wrong("form", path).in(check);
    }
    return tile;
  }

  private static byte[] hash(byte[] hashes, int i) {
    return Arrays.copyOfRange(hashes, i * Hashes.LENGTH, (i + 1) * Hashes.LENGTH);
  }
}

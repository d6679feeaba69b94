package coop.artel.notary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as the files of c2sp.org/tlog-tiles: checkpoint, hash tiles, entry bundles. */
@Component
public class LogFiles {
  static final String TEXT = "text/plain;charset=utf-8";
  private static final String BYTES = "application/octet-stream";

  /** No entry has a larger index than a long holds. */
  private static final long LAST_TILE = Long.MAX_VALUE / Tree.WIDTH - 1;

  private static final String NUMBER = "((?:x[0-9]{3}/){0,5}[0-9]{3})";
  private static final Pattern TILE =
      Pattern.compile(
          "tile/(entries|0|[1-9]|[1-5][0-9]|6[0-3])/"
              + NUMBER
              + "(?:\\.p/([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

  private static final Pattern NUMBERED =
      Pattern.compile("(history|proof|consistency)/(0|[1-9][0-9]{0,17})");

  private final JdbcClient database;

  LogFiles(JdbcClient database) {
    this.database = database;
  }

  /**
   * A file of the log.
   *
   * @param immutable whether it may be kept for ever: all but the checkpoint and what may grow
   */
  public record LogFile(byte[] bytes, String contentType, boolean immutable) {}

  /**
   * What stands at a path under the log's address: {@code checkpoint}, {@code tile/<L>/<N>[.p/<W>]}
   * or {@code tile/entries/<N>[.p/<W>]}, in the one spelling that tlog-tiles gives it; besides
   * these {@code history/<S>}, the checkpoints above a size, and under the newest checkpoint {@code
   * proof/<I>} of an entry and {@code consistency/<S>} of what the log was at a size.
   */
  public Optional<LogFile> find(String path) {
    return path.equals("checkpoint")
        ? checkpoint().map(note -> new LogFile(note, TEXT, false))
        : numbered(path).or(() -> tile(path).map(bytes -> new LogFile(bytes, BYTES, true)));
  }

  private Optional<LogFile> numbered(String path) {
    var match = NUMBERED.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(match.group(2));
    var proofs = new LogProofs(database);
    return switch (match.group(1)) {
      case "history" -> Optional.of(history(number));
      case "proof" -> proofs.inclusion(number).map(LogFiles::proof);
      default -> proofs.consistency(number).map(LogFiles::proof);
    };
  }

  /** Under a checkpoint that is not the newest for long. */
  private static LogFile proof(byte[] bytes) {
    return new LogFile(bytes, TEXT, false);
  }

  /** A bundle of the next notes above a size, oldest first; less than a full one may grow. */
  private LogFile history(long size) {
    var notes =
        database
            .sql("select note from notary.checkpoints where size > ? order by size limit ?")
            .params(size, Tree.WIDTH)
            .query((row, i) -> row.getBytes(1))
            .list();
    return new LogFile(Bundle.write(notes), BYTES, notes.size() == Tree.WIDTH);
  }

  private Optional<byte[]> checkpoint() {
    return database
        .sql("select note from notary.checkpoints order by size desc limit 1")
        .query((row, i) -> row.getBytes(1))
        .optional();
  }

  private Optional<byte[]> tile(String path) {
    var match = TILE.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    String number = match.group(2);
    long index = Long.parseLong(number.replace("x", "").replace("/", ""));
    if (!spell(index).equals(number) || index > LAST_TILE) {
      return Optional.empty();
    }
    int width = match.group(3) == null ? Tree.WIDTH : Integer.parseInt(match.group(3));
    return match.group(1).equals("entries")
        ? bundle(index, width)
        : new Tree(database).tile(Integer.parseInt(match.group(1)), index, width);
  }

  /** The first entries of a bundle, if it has that many. */
  private Optional<byte[]> bundle(long index, int width) {
    var entries =
        database
            .sql(
                "select r.entry from notary.entries e join notary.records r on r.id = e.record"
                    + " where e.idx >= ? and e.idx < ? order by e.idx")
            .params(index * Tree.WIDTH, index * Tree.WIDTH + width)
            .query((row, i) -> row.getBytes(1))
            .list();
    return entries.size() < width ? Optional.empty() : Optional.of(Bundle.write(entries));
  }

  /** The path of a tile or bundle that is as wide as this. */
  static String path(String level, long index, int width) {
    return "tile/%s/%s%s".formatted(level, spell(index), width == Tree.WIDTH ? "" : ".p/" + width);
  }

  /** 1234067 is {@code x001/x234/067}. */
  static String spell(long index) {
    String last = "%03d".formatted(index % 1000);
    return index < 1000 ? last : spellHead(index / 1000) + last;
  }

  private static String spellHead(long index) {
    String last = "x%03d/".formatted(index % 1000);
    return index < 1000 ? last : spellHead(index / 1000) + last;
  }
}

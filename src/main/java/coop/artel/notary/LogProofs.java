package coop.artel.notary;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proofs under the log's newest checkpoint, ready made for whoever does not compute them from
 * tiles.
 */
final class LogProofs {
  private record Head(long size, byte[] note) {}

  private final JdbcClient database;

  LogProofs(JdbcClient database) {
    this.database = database;
  }

  /** That an entry stands in the log, with the entry itself (c2sp.org/tlog-proof). */
  Optional<byte[]> inclusion(long index) {
    var head = newest();
    if (head.isEmpty() || index >= head.get().size) {
      return Optional.empty();
    }
    var path = new Tree(database).path(index, head.get().size);
    return Optional.of(new InclusionProof(index, path, head.get().note, entry(index)).bytes());
  }

  /** That the log of a size is its beginning, as a witness is told it (c2sp.org/tlog-witness). */
  Optional<byte[]> consistency(long size) {
    var head = newest();
    if (head.isEmpty() || size < 1 || size > head.get().size) {
      return Optional.empty();
    }
    var path = new Tree(database).consistency(size, head.get().size);
    return Optional.of(new ConsistencyProof(size, path, head.get().note).bytes());
  }

  private byte[] entry(long index) {
    return database
        .sql(
            "select r.entry from notary.entries e join notary.records r on r.id = e.record"
                + " where e.idx = ?")
        .param(index)
        .query((row, i) -> row.getBytes(1))
        .single();
  }

  private Optional<Head> newest() {
    return database
        .sql("select size, note from notary.checkpoints order by size desc limit 1")
        .query((row, i) -> new Head(row.getLong(1), row.getBytes(2)))
        .optional();
  }
}

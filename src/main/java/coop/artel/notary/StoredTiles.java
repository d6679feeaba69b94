package coop.artel.notary;

import java.io.ByteArrayOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tiles in the database: full ones as they stand, partial ones from what they summarise. */
record StoredTiles(JdbcClient database) implements Tree.Tiles {
  @Override
  public byte[] hashes(int level, long index) {
    var full =
        database
            .sql("select hashes from notary.tiles where level = ? and idx = ?")
            .params(level, index)
            .query((row, i) -> row.getBytes(1))
            .optional();
    if (full.isPresent()) {
      return full.get();
    }
    String partial =
        level == 0
            ? "select leaf from notary.entries where ? = 0 and idx >= ? and idx < ? order by idx"
            : "select root from notary.tiles where level = ? and idx >= ? and idx < ? order by idx";
    var hashes = new ByteArrayOutputStream();
    database
        .sql(partial)
        .params(Math.max(level - 1, 0), index * Tree.WIDTH, (index + 1) * Tree.WIDTH)
        .query((row, i) -> row.getBytes(1))
        .list()
        .forEach(hashes::writeBytes);
    return hashes.toByteArray();
  }
}

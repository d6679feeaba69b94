package coop.artel.notary;

import coop.artel.values.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the values of records say to whoever has the database and all keys of the installation. */
public final class OpenRecords {
  private OpenRecords() {}

  public static List<byte[]> of(JdbcClient sql, DataFolder folder) throws IOException {
    byte[] master =
        Hashes.ofHex(Files.readString(folder.resolve("keys/notary-master.key")).strip());
    var opened = new ArrayList<byte[]>();
    sql.sql(
            """
            select case_id, n, opening, subject_keys.id, wrapped
            from notary.records join notary.subject_keys on subject_keys.id = subject_key
            where opening is not null and wrapped is not null
            """)
        .query(
            row -> {
              byte[] key =
                  Sealed.open(master, "subject " + row.getString("id"), row.getBytes("wrapped"));
              opened.add(
                  Sealed.open(
                      RecordFormat.openingKey(key),
                      Rows.openingOwner(row.getString("case_id"), row.getLong("n")),
                      row.getBytes("opening")));
            });
    return opened;
  }
}

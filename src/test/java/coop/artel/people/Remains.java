package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.notary.OpenRecords;
import coop.artel.values.DataFolder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks through every column of every table as somebody would who took the whole database together
 * with the installation's key files: whatever a key that is left opens is opened, without regard to
 * what it was sealed for.
 */
public final class Remains {
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final JdbcTemplate database;
  private final DataFolder folder;
  private final Map<Integer, byte[]> fieldKeys = new HashMap<>();
  private final Map<UUID, byte[]> subjectKeys = new HashMap<>();

  public Remains(JdbcTemplate database, DataFolder folder) throws Exception {
    this.database = database;
    this.folder = folder;
    char[] password =
        Files.readString(folder.resolve("keys/fields.password")).strip().toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(folder.resolve("keys/fields.p12"))) {
      store.load(in, password);
    }
    for (String alias : Collections.list(store.aliases())) {
      fieldKeys.put(
          Integer.parseInt(alias.substring(alias.lastIndexOf('-') + 1)),
          store.getKey(alias, password).getEncoded());
    }
    database.query(
        "select person, wrapped from people.subject_keys where wrapped is not null",
        row -> {
          subjectKeys.put(row.getObject(1, UUID.class), opened(row.getBytes(2)));
        });
  }

  /** Where one of these texts stands, as {@code schema.table.column}. */
  public Set<String> places(List<String> texts) throws Exception {
    var needles = texts.stream().map(it -> it.getBytes(UTF_8)).toList();
    var places = new TreeSet<String>();
    var tables =
        database.queryForList(
            """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
            """,
            String.class);
    for (String table : tables) {
      database.query(
          "select * from " + table,
          row -> {
            var columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
              byte[] value =
                  columns.getColumnTypeName(i).equals("bytea")
                      ? row.getBytes(i)
                      : bytes(row.getString(i));
              if (value != null && holds(value, needles)) {
                places.add(table + "." + columns.getColumnName(i));
              }
            }
          });
    }
    for (byte[] values : OpenRecords.of(JdbcClient.create(database), folder)) {
      if (contains(values, needles)) {
        places.add("notary.records.opening");
      }
    }
    return places;
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }

  private boolean holds(byte[] value, List<byte[]> needles) {
    byte[] opened = opened(value);
    return contains(value, needles) || (opened != null && contains(opened, needles));
  }

  private static boolean contains(byte[] value, List<byte[]> needles) {
    for (byte[] needle : needles) {
      for (int i = 0; i + needle.length <= value.length; i++) {
        if (Arrays.equals(value, i, i + needle.length, needle, 0, needle.length)) {
          return true;
        }
      }
    }
    return false;
  }

  private byte @Nullable [] opened(byte[] value) {
    if (value.length > 1 + Integer.BYTES + NONCE + TAG && value[0] == 1) {
      return decrypt(fieldKeys.get(ByteBuffer.wrap(value).getInt(1)), 1 + Integer.BYTES, value);
    }
    if (value.length > 1 + 16 + NONCE + TAG && value[0] == SubjectCipher.LAYOUT) {
      var id = ByteBuffer.wrap(value, 1, 16);
      return decrypt(subjectKeys.get(new UUID(id.getLong(), id.getLong())), 1 + 16, value);
    }
    return null;
  }

  /** GCM is counter mode; its tag only says for what it was sealed, which nobody here asks. */
  private static byte @Nullable [] decrypt(byte @Nullable [] key, int head, byte[] value) {
    if (key == null) {
      return null;
    }
    try {
      byte[] counter = Arrays.copyOf(Arrays.copyOfRange(value, head, head + NONCE), 16);
      counter[15] = 2;
      var cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
      int from = head + NONCE;
      return cipher.doFinal(value, from, value.length - from - TAG);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

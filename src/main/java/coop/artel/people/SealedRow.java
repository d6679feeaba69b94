package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A row of a person that stands beside the key which opens it. */
final class SealedRow {
  private final ResultSet row;
  private final SubjectCipher cipher;
  private final PersonId id;
  private final @Nullable SecretKey key;

  SealedRow(ResultSet row, SubjectCipher cipher) throws SQLException {
    this.row = row;
    this.cipher = cipher;
    this.id = new PersonId(row.getObject("id", UUID.class));
    this.key = cipher.keys().unwrap(id, row).orElse(null);
  }

  PersonId id() {
    return id;
  }

  String required(String column) throws SQLException {
    String text = text(column);
    if (text == null) {
      throw new IllegalStateException("%s of %s is missing".formatted(column, id));
    }
    return text;
  }

  @Nullable LocalDate day(String column) throws SQLException {
    String text = text(column);
    return text == null ? null : LocalDate.parse(text);
  }

  @Nullable String text(String column) throws SQLException {
    byte @Nullable [] sealed = row.getBytes(column);
    return sealed == null
        ? null
        : cipher
            .open(key, sealed, FieldCipher.context(People.TABLE, column, id))
            .map(plain -> new String(plain, UTF_8))
            .orElse(null);
  }
}

package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves what was sealed under the installation's key alone under the key of whom it is about. What
 * is about somebody who was erased meanwhile is sealed with a key that nobody keeps. Several nodes
 * may do this at once, and one that is stopped goes on at its next start.
 */
@Component
class SealAnew {
  private static final Logger LOG = LoggerFactory.getLogger(SealAnew.class);
  private static final int AT_ONCE = 500;

  private record Old(String place, byte[] context, PersonId subject, byte[] sealed) {}

  private record Anew(String place, byte[] sealed) {}

  private final JdbcClient database;
  private final FieldCipher fields;
  private final SubjectCipher subjects;
  private final List<SealedColumn.Source> sources;
  private final TransactionTemplate transaction;

  SealAnew(
      JdbcClient database,
      FieldCipher fields,
      SubjectCipher subjects,
      List<SealedColumn.Source> sources,
      PlatformTransactionManager transactions) {
    this.database = database;
    this.fields = fields;
    this.subjects = subjects;
    this.sources = sources;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What does not open any more stays as it is, and stands in nobody's way. */
  void all() {
    for (SealedColumn.Source source : sources) {
      for (SealedColumn column : source.sealed()) {
        move(column);
      }
    }
  }

  private void move(SealedColumn column) {
    long moved = 0;
    int last;
    var broken = new ArrayList<String>();
    do {
      last = Objects.requireNonNull(transaction.execute(status -> some(column, broken)));
      moved += last;
    } while (last == AT_ONCE);
    moved -= broken.size();
    if (moved > 0) {
      LOG.info(
          "{} values of {}.{} lie under the keys of their subjects now",
          moved,
          column.table(),
          column.column());
    }
  }

  /**
   * @param broken places of rows that do not open, which are left out and added to
   */
  private int some(SealedColumn column, List<String> broken) {
    // The first condition is that of a partial index, which is empty once all are moved.
    var rows =
        database
            .sql(
                """
                select it.ctid::text as place, %s as context, (%s) as subject, %s as sealed
                from %s as it
                where get_byte(it.%s, 0) = 1 and get_byte(it.%s, 0) = 1 and (%s) is not null
                  and it.ctid::text <> all(:broken::text[])
                limit %d for update of it skip locked
                """
                    .formatted(
                        column.context(),
                        column.subject(),
                        column.column(),
                        column.table(),
                        column.marker(),
                        column.column(),
                        column.subject(),
                        AT_ONCE))
            .param("broken", broken.toArray(String[]::new))
            .query(
                (row, number) ->
                    new Old(
                        row.getString("place"),
                        row.getString("context").getBytes(UTF_8),
                        new PersonId(row.getObject("subject", UUID.class)),
                        row.getBytes("sealed")))
            .list();
    if (rows.isEmpty()) {
      return 0;
    }
    var anew = new ArrayList<Anew>();
    var keys = keys(rows);
    for (Old row : rows) {
      try {
        anew.add(new Anew(row.place, sealedAnew(row, keys.get(row.subject))));
      } catch (SealBroken e) {
        LOG.error("{}.{} holds what cannot be opened", column.table(), column.column(), e);
        broken.add(row.place);
      }
    }
    keep(column, anew);
    return rows.size();
  }

  private void keep(SealedColumn column, List<Anew> anew) {
    database
        .sql(
            """
            update %s set %s = anew.sealed
            from unnest(:places::text[], :sealed::bytea[]) as anew (place, sealed)
            where %s.ctid = anew.place::tid
            """
                .formatted(column.table(), column.column(), column.table()))
        .param("places", anew.stream().map(Anew::place).toArray(String[]::new))
        .param("sealed", anew.stream().map(Anew::sealed).toArray(byte[][]::new))
        .update();
  }

  private Map<PersonId, Optional<SecretKey>> keys(List<Old> rows) {
    var persons = rows.stream().map(Old::subject).distinct().toList();
    subjects.keys().make(persons);
    return subjects.keys().load(persons);
  }

  private byte[] sealedAnew(Old row, @Nullable Optional<SecretKey> key) {
    return SubjectCipher.seal(
        key == null || key.isEmpty() ? SubjectKeys.lost() : key.get(),
        row.subject,
        fields.open(row.sealed, row.context),
        row.context);
  }
}

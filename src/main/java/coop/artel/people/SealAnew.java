package coop.artel.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
        try {
          move(column);
        } catch (SealBroken e) {
          LOG.error("{}.{} holds what cannot be opened", column.table(), column.column(), e);
        }
      }
    }
  }

  private void move(SealedColumn column) {
    long moved = 0;
    int last;
    do {
      last = Objects.requireNonNull(transaction.execute(status -> some(column)));
      moved += last;
    } while (last == AT_ONCE);
    if (moved > 0) {
      LOG.info(
          "{} values of {}.{} lie under the keys of their subjects now",
          moved,
          column.table(),
          column.column());
    }
  }

  private int some(SealedColumn column) {
    // The first condition is that of a partial index, which is empty once all are moved.
    var rows =
        database
            .sql(
                """
                select it.ctid::text as place, %s as context, (%s) as subject, %s as sealed
                from %s as it
                where get_byte(it.%s, 0) = 1 and get_byte(it.%s, 0) = 1 and (%s) is not null
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
    database
        .sql(
            """
            update %s set %s = anew.sealed
            from unnest(:places::text[], :sealed::bytea[]) as anew (place, sealed)
            where %s.ctid = anew.place::tid
            """
                .formatted(column.table(), column.column(), column.table()))
        .param("places", rows.stream().map(Old::place).toArray(String[]::new))
        .param("sealed", sealedAnew(rows))
        .update();
    return rows.size();
  }

  private byte[][] sealedAnew(List<Old> rows) {
    var persons = rows.stream().map(Old::subject).distinct().toList();
    subjects.keys().make(persons);
    var keys = subjects.keys().load(persons);
    return rows.stream()
        .map(
            row -> {
              var key = keys.get(row.subject);
              return SubjectCipher.seal(
                  key == null || key.isEmpty() ? SubjectKeys.lost() : key.get(),
                  row.subject,
                  fields.open(row.sealed, row.context),
                  row.context);
            })
        .toArray(byte[][]::new);
  }
}

package coop.artel.people;

import coop.artel.values.PersonId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A key for each person, kept under the field keys until it is destroyed. An open key is remembered
 * to the end of the transaction that read it and no longer: what another node has destroyed is not
 * used here in a later one.
 */
final class SubjectKeys {
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;
  private final FieldCipher fields;

  SubjectKeys(JdbcClient database, FieldCipher fields) {
    this.database = database;
    this.fields = fields;
  }

  /** For sealing: whoever has no key gets one. Refused: {@link PersonErased}. */
  SecretKey of(PersonId person) {
    var found = load(List.of(person)).get(person);
    if (found == null) {
      make(List.of(person));
      found = Objects.requireNonNull(load(List.of(person)).get(person), "key");
    }
    return found.orElseThrow(() -> new PersonErased(person));
  }

  /** For opening; empty once it is destroyed, or where there never was one. */
  Optional<SecretKey> find(PersonId person) {
    return load(List.of(person)).getOrDefault(person, Optional.empty());
  }

  /** Those that there are or were, read at once; empty for who was erased. */
  Map<PersonId, Optional<SecretKey>> load(Collection<PersonId> persons) {
    var known = known();
    var unread = persons.stream().filter(it -> !known.containsKey(it)).distinct().toList();
    if (!unread.isEmpty()) {
      database
          .sql("select person, wrapped from people.subject_keys where person = any(:persons)")
          .param("persons", unread.stream().map(PersonId::value).toArray(UUID[]::new))
          .query(
              row -> {
                var person = new PersonId(row.getObject("person", UUID.class));
                known.put(person, unwrap(person, row));
              });
    }
    return known;
  }

  /** From a row that has the column {@code wrapped} beside a person's. */
  Optional<SecretKey> unwrap(PersonId person, ResultSet row) throws SQLException {
    byte @Nullable [] wrapped = row.getBytes("wrapped");
    return Optional.ofNullable(wrapped)
        .map(it -> new SecretKeySpec(fields.open(it, context(person)), "AES"));
  }

  /** Whoever has or had one keeps what there is. */
  void make(Collection<PersonId> persons) {
    database
        .sql(
            """
            insert into people.subject_keys (person, wrapped, made_at)
            select person, wrapped, now() from unnest(:persons::uuid[], :keys::bytea[])
              as it (person, wrapped)
            on conflict do nothing
            """)
        .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
        .param("keys", persons.stream().map(this::fresh).toArray(byte[][]::new))
        .update();
  }

  /** Nothing that was sealed for this person opens again; for good, also where there was no key. */
  void destroy(PersonId person) {
    database
        .sql(
            """
            insert into people.subject_keys (person, made_at, erased_at) values (:person, now(), now())
            on conflict (person) do update set wrapped = null, erased_at = now()
              where subject_keys.erased_at is null
            """)
        .param("person", person.value())
        .update();
    known().put(person, Optional.empty());
  }

  /** One that is kept nowhere. */
  static SecretKey lost() {
    return new SecretKeySpec(random(), "AES");
  }

  private byte[] fresh(PersonId person) {
    return fields.seal(random(), context(person));
  }

  private static byte[] random() {
    byte[] key = new byte[LENGTH];
    RANDOM.nextBytes(key);
    return key;
  }

  private static byte[] context(PersonId person) {
    return FieldCipher.context("people.subject_keys", "wrapped", person);
  }

  private Map<PersonId, Optional<SecretKey>> known() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return new HashMap<>();
    }
    if (TransactionSynchronizationManager.getResource(this) instanceof Known known) {
      return known.keys;
    }
    var known = new Known(this);
    TransactionSynchronizationManager.bindResource(this, known);
    TransactionSynchronizationManager.registerSynchronization(known);
    return known.keys;
  }

  /** What one transaction has read; another one within it reads for itself. */
  private static final class Known implements TransactionSynchronization {
    private final SubjectKeys owner;
    private final Map<PersonId, Optional<SecretKey>> keys = new HashMap<>();

    private Known(SubjectKeys owner) {
      this.owner = owner;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(owner, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    }
  }
}

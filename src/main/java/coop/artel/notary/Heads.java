package coop.artel.notary;

import coop.artel.values.PersonId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where the series of a case stands, and the keys that its records hide behind. */
@Component
class Heads {
  /**
   * A case's head.
   *
   * @param n of the last record, 0 before the first
   * @param last leaf hash of the last entry
   */
  record Head(
      String caseId,
      long n,
      byte[] last,
      byte[] caseKey,
      UUID subject,
      byte[] subjectKey,
      boolean closed) {
    /** The same case after more records. */
    Head after(long number, byte[] leaf, boolean end) {
      return new Head(caseId, number, leaf, caseKey, subject, subjectKey, end);
    }
  }

  private final JdbcClient database;
  private final NotaryKeys keys;
  private final KnownHeads known = new KnownHeads(System::nanoTime);

  Heads(JdbcClient database, NotaryKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** The head that this node's last append left, if it is remembered; it may have moved on. */
  Optional<Head> guess(String caseId) {
    return known.find(caseId);
  }

  void remember(Head head) {
    known.remember(head);
  }

  /** The keys that another node has destroyed; all of them if the database cannot be asked. */
  @Scheduled(fixedDelayString = "PT10S")
  void forgetDestroyed() {
    known.forgetOld();
    try {
      known.looked(
          database
              .sql("select count(*) from notary.subject_keys where wrapped is null")
              .query(Long.class)
              .single());
    } catch (DataAccessException databaseAway) {
      known.forgetOld();
    }
  }

  /** Locks a case's head; a case that has none gets one, and a key of its own. */
  Head lock(String caseId) {
    var head = find(caseId);
    if (head.isEmpty()) {
      createWithOwnKey(caseId);
      // Somebody else may have made it meanwhile, or an erasure changed its key: either is seen
      // now.
      head = find(caseId);
    }
    return head.orElseThrow(() -> new IllegalStateException("the head of a case vanished"));
  }

  private Optional<Head> find(String caseId) {
    return database
        .sql(
            """
            select h.n, h.last, h.case_key, h.closed, k.id, k.wrapped
            from notary.heads h join notary.subject_keys k on k.id = h.subject_key
            where h.case_id = ? and k.wrapped is not null
            for update of h
            """)
        .param(caseId)
        .query(
            (row, i) -> {
              var subject = row.getObject("id", UUID.class);
              return new Head(
                  caseId,
                  row.getLong("n"),
                  row.getBytes("last"),
                  keys.unwrap(row.getBytes("case_key"), caseOwner(caseId)),
                  subject,
                  keys.unwrap(row.getBytes("wrapped"), subjectOwner(subject)),
                  row.getBoolean("closed"));
            })
        .optional();
  }

  private void createWithOwnKey(String caseId) {
    var subject = UUID.randomUUID();
    database
        .sql(
            """
            with head as (
              insert into notary.heads (case_id, n, last, case_key, subject_key, closed)
              values (?, 0, ?, ?, ?, false) on conflict do nothing returning subject_key)
            insert into notary.subject_keys (id, wrapped, created_at) select subject_key, ?, ? from head
            """)
        .params(
            caseId,
            RecordFormat.NOTHING_BEFORE,
            keys.wrap(Sealed.randomKey(), caseOwner(caseId)),
            subject,
            keys.wrap(Sealed.randomKey(), subjectOwner(subject)),
            now())
        .update();
  }

  /** Gives a case that has no record yet the key of a person; a second time changes nothing. */
  void createForPerson(String caseId, PersonId person) {
    var subject = keyOf(person);
    int made =
        database
            .sql(
                "insert into notary.heads (case_id, n, last, case_key, subject_key, closed)"
                    + " values (?, 0, ?, ?, ?, false) on conflict do nothing")
            .params(
                caseId,
                RecordFormat.NOTHING_BEFORE,
                keys.wrap(Sealed.randomKey(), caseOwner(caseId)),
                subject)
            .update();
    if (made == 0 && !lock(caseId).subject().equals(subject)) {
      throw new IllegalStateException("the case %s has another subject".formatted(caseId));
    }
  }

  /** The live key of a person, shared-locked against erasure until the transaction ends. */
  private UUID keyOf(PersonId person) {
    var found = findKeyOf(person);
    if (found.isPresent()) {
      return found.get();
    }
    insertKey(person.value());
    return findKeyOf(person)
        .orElseThrow(() -> new IllegalStateException("the key of a person vanished"));
  }

  private Optional<UUID> findKeyOf(PersonId person) {
    return database
        .sql("select id from notary.subject_keys where person = ? and erased_at is null for share")
        .param(person.value())
        .query(UUID.class)
        .optional();
  }

  /** Gives a case whose subject was erased a fresh key for what comes. */
  Head renew(Head head) {
    var subject = insertKey(null);
    known.forget(head.caseId());
    database
        .sql("update notary.heads set subject_key = ? where case_id = ?")
        .params(subject, head.caseId())
        .update();
    return lock(head.caseId());
  }

  private UUID insertKey(@Nullable UUID person) {
    var subject = UUID.randomUUID();
    database
        .sql(
            "insert into notary.subject_keys (id, person, wrapped, created_at) values (?, ?, ?, ?)"
                + " on conflict do nothing")
        .params(subject, person, keys.wrap(Sealed.randomKey(), subjectOwner(subject)), now())
        .update();
    return subject;
  }

  /** The live keys of a person, locked against new use by a case. */
  List<UUID> lockKeysOf(PersonId person) {
    return database
        .sql(
            "select id from notary.subject_keys where person = ? and erased_at is null"
                + " for no key update")
        .param(person.value())
        .query(UUID.class)
        .list();
  }

  /** The cases whose next record would use a key. */
  List<String> casesUnder(UUID subject) {
    return database
        .sql("select case_id from notary.heads where subject_key = ? order by case_id")
        .param(subject)
        .query(String.class)
        .list();
  }

  List<String> openUnder(UUID subject) {
    return database
        .sql(
            "select case_id from notary.heads where subject_key = ? and not closed order by"
                + " case_id")
        .param(subject)
        .query(String.class)
        .list();
  }

  void destroy(UUID subject) {
    database
        .sql("update notary.subject_keys set wrapped = null, erased_at = ? where id = ?")
        .params(now(), subject)
        .update();
  }

  static String caseOwner(String caseId) {
    return "case " + caseId;
  }

  static String subjectOwner(UUID subject) {
    return "subject " + subject;
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}

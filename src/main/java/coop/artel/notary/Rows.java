package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import coop.artel.values.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The rows of one append, which go to the database in one statement. */
final class Rows {
  /** The head moves only from where it was taken to stand; else nothing is written at all. */
  private static final String INSERT =
      """
      with head as (
        update notary.heads set n = ?, last = ?, closed = ?
        where case_id = ? and n = ? and last = ? and subject_key = ?
        returning case_id, subject_key),
      added as (
        insert into notary.records
          (case_id, n, kind, at, actor, entry, record, leaf, subject_key, opening)
        select h.case_id, r.n, r.kind, ?, r.actor, r.entry, r.record, r.leaf, h.subject_key,
          r.opening
        from head h cross join
          unnest(?::bigint[], ?::text[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
          as r(n, kind, actor, entry, record, leaf, opening)
        order by r.n
        returning id, leaf)
      insert into notary.queue (record, leaf) select id, leaf from added
      """;

  private final List<Long> numbers = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private final List<@Nullable UUID> actors = new ArrayList<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final List<byte[]> records = new ArrayList<>();
  private final List<byte[]> leaves = new ArrayList<>();
  private final List<byte @Nullable []> openings = new ArrayList<>();

  /** Writes record and entry of a happening; the answer is the entry's leaf hash. */
  byte[] add(
      Heads.Head head, long n, byte[] prev, Instant at, Duration offset, Happening happening) {
    var actor = happening.actor().orElse(null);
    byte[] record =
        RecordFormat.record(
            happening.kind(),
            head.caseId(),
            n,
            at,
            offset,
            actor == null
                ? RecordFormat.SERVICE
                : RecordFormat.personPseudonym(head.caseKey(), actor),
            members(head, n, happening),
            commitments(head, n, happening));
    checkNoPerson(record, actor);
    byte[] entry =
        RecordFormat.entry(
            happening.kind(),
            RecordFormat.casePseudonym(head.caseKey(), head.caseId()),
            n,
            prev,
            at,
            RecordFormat.recordCommitment(
                RecordFormat.recordSalt(head.subjectKey(), head.caseId(), n), record));
    byte[] leaf = Merkle.leaf(entry);
    numbers.add(n);
    kinds.add(happening.kind().id());
    actors.add(actor == null ? null : actor.value());
    entries.add(entry);
    records.add(record);
    leaves.add(leaf);
    openings.add(opening(head, n, happening));
    return leaf;
  }

  private static Map<String, Object> members(Heads.Head head, long n, Happening happening) {
    var members = new LinkedHashMap<>(happening.members());
    happening
        .persons()
        .forEach(
            (name, person) ->
                members.put(name, RecordFormat.personPseudonym(head.caseKey(), person)));
    if (happening.kind() == RecordKind.ENDED) {
      members.put("count", n);
    }
    return members;
  }

  private static Map<String, String> commitments(Heads.Head head, long n, Happening happening) {
    var commitments = new LinkedHashMap<String, String>();
    happening
        .values()
        .forEach(
            (name, value) ->
                commitments.put(
                    name,
                    RecordFormat.valueCommitment(
                        RecordFormat.valueSalt(head.subjectKey(), head.caseId(), n, name),
                        name,
                        value)));
    return commitments;
  }

  private static byte @Nullable [] opening(Heads.Head head, long n, Happening happening) {
    return happening.values().isEmpty()
        ? null
        : Sealed.seal(
            RecordFormat.openingKey(head.subjectKey()),
            openingOwner(head.caseId(), n),
            CanonicalJson.write(happening.values()));
  }

  static String openingOwner(String caseId, long n) {
    return "opening %s %d".formatted(caseId, n);
  }

  /** The one slip that would link cases: whoever acts must not also stand there in plain. */
  private static void checkNoPerson(byte[] record, @Nullable PersonId actor) {
    if (actor != null && new String(record, StandardCharsets.UTF_8).contains(actor.toString())) {
      throw new IllegalArgumentException("a record names its actor in plain");
    }
  }

  /**
   * Writes all rows, or none.
   *
   * @param head where the rows begin
   * @param next where they end
   * @return whether the head stood there
   */
  boolean insert(JdbcClient database, Heads.Head head, Instant at, Heads.Head next) {
    int written =
        database
            .sql(INSERT)
            .params(
                next.n(),
                next.last(),
                next.closed(),
                head.caseId(),
                head.n(),
                head.last(),
                head.subject(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                new SqlArrayValue("bigint", numbers.toArray()),
                new SqlArrayValue("text", kinds.toArray()),
                new SqlArrayValue("uuid", actors.toArray()),
                new SqlArrayValue("bytea", (Object[]) entries.toArray(byte[][]::new)),
                new SqlArrayValue("bytea", (Object[]) records.toArray(byte[][]::new)),
                new SqlArrayValue("bytea", (Object[]) leaves.toArray(byte[][]::new)),
                new SqlArrayValue("bytea", (Object[]) openings.toArray(byte[][]::new)))
            .update();
    return written > 0;
  }
}

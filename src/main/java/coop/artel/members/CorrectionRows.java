package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.CanonicalJson;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of corrections; those of somebody who was erased are none any more. */
@Component
class CorrectionRows {
  private static final String TABLE = "members.corrections";

  /**
   * @param proposedFor whom the one who proposed it stood in for
   * @param state {@code proposed}, {@code entered}, {@code refused}, {@code outdated}
   */
  record Row(
      UUID id,
      CooperativeId cooperative,
      String caseId,
      long number,
      PersonId person,
      PersonId proposedBy,
      @Nullable PersonId proposedFor,
      Instant proposedAt,
      EntryContent before,
      EntryContent after,
      String ground,
      String state,
      @Nullable PersonId decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String note) {}

  private final JdbcClient sql;
  private final SubjectCipher cipher;
  private final LegalClock clock;

  CorrectionRows(JdbcClient sql, SubjectCipher cipher, LegalClock clock) {
    this.sql = sql;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** False if one waits for that number already. */
  boolean add(
      UUID id,
      CooperativeId cooperative,
      long number,
      PersonId person,
      PersonId by,
      @Nullable PersonId proposedFor,
      EntryContent before,
      EntryContent after,
      String ground) {
    byte[] content =
        CanonicalJson.write(
            Map.of("before", before.asMap(), "after", after.asMap(), "ground", ground));
    return sql.sql(
                """
                insert into members.corrections (id, cooperative, number, person, proposed_by,
                  proposed_for, proposed_at, content, state)
                values (:id, :cooperative, :number, :person, :by, :for, :now, :content, 'proposed')
                on conflict (cooperative, number) where state = 'proposed' do nothing
                """)
            .param("id", id)
            .param("cooperative", cooperative.value())
            .param("number", number)
            .param("person", person.value())
            .param("by", by.value())
            .param("for", PersonId.valueOf(proposedFor), Types.OTHER)
            .param("now", now())
            .param("content", cipher.seal(person, content, context("content", id)))
            .update()
        > 0;
  }

  void started(UUID id, String caseId) {
    sql.sql("update members.corrections set case_id = :case where id = :id")
        .param("case", caseId)
        .param("id", id)
        .update();
  }

  /** Of the case that runs. */
  Row of(Run run) {
    UUID id = MemberVariables.ENTRY_CORRECTION.in(run);
    return find(id).orElseThrow(() -> new IllegalStateException("There is no correction " + id));
  }

  Optional<Row> find(UUID id) {
    return sql.sql("select * from members.corrections where id = :id")
        .param("id", id)
        .query((row, n) -> row(row))
        .optional()
        .flatMap(it -> it);
  }

  Optional<Row> ofCase(String caseId) {
    return sql.sql("select * from members.corrections where case_id = :case")
        .param("case", caseId)
        .query((row, n) -> row(row))
        .optional()
        .flatMap(it -> it);
  }

  /** All of a number, the newest first. */
  List<Row> of(CooperativeId cooperative, long number) {
    return sql
        .sql(
            """
            select * from members.corrections
            where cooperative = :cooperative and number = :number order by entry desc
            """)
        .param("cooperative", cooperative.value())
        .param("number", number)
        .query((row, n) -> row(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Numbers whose lines have been corrected, or are about to be. */
  List<Long> numbers(CooperativeId cooperative) {
    return sql.sql(
            """
            select distinct number from members.corrections
            where cooperative = :cooperative and state in ('proposed', 'entered') order by number
            """)
        .param("cooperative", cooperative.value())
        .query(Long.class)
        .list();
  }

  void decided(Row row, PersonId by, boolean approved, @Nullable String note) {
    sql.sql(
            """
            update members.corrections
            set decided_by = :by, decided_at = :now, state = :state, note = :note where id = :id
            """)
        .param("by", by.value())
        .param("now", now())
        .param("state", approved ? "proposed" : "refused")
        .param(
            "note",
            note == null
                ? null
                : cipher.seal(row.person(), note.getBytes(UTF_8), context("note", row.id())),
            Types.BINARY)
        .param("id", row.id())
        .update();
  }

  void state(UUID id, String state) {
    sql.sql("update members.corrections set state = :state where id = :id")
        .param("state", state)
        .param("id", id)
        .update();
  }

  private OffsetDateTime now() {
    return clock.now().atOffset(ZoneOffset.UTC);
  }

  private Optional<Row> row(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    var opened = cipher.open(row.getBytes("content"), context("content", id));
    return opened.isEmpty() ? Optional.empty() : Optional.of(row(row, id, opened.get()));
  }

  private Row row(ResultSet row, UUID id, byte[] opened) throws SQLException {
    var content = CanonicalJson.read(opened);
    @Nullable OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    byte @Nullable [] note = row.getBytes("note");
    return new Row(
        id,
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        String.valueOf(row.getString("case_id")),
        row.getLong("number"),
        new PersonId(row.getObject("person", UUID.class)),
        new PersonId(row.getObject("proposed_by", UUID.class)),
        PersonId.orNull(row.getObject("proposed_for", UUID.class)),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        EntryContent.of(part(content, "before")),
        EntryContent.of(part(content, "after")),
        String.valueOf(content.get("ground")),
        row.getString("state"),
        PersonId.orNull(row.getObject("decided_by", UUID.class)),
        decidedAt == null ? null : decidedAt.toInstant(),
        note == null ? null : cipher.text(note, context("note", id)).orElse(null));
  }

  private static Map<?, ?> part(Map<String, Object> content, String name) {
    return (Map<?, ?>) Objects.requireNonNull(content.get(name));
  }

  private static byte[] context(String column, UUID id) {
    return FieldCipher.context(TABLE, column, id);
  }
}

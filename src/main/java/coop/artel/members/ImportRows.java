package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.Run;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of lists of members that were brought. */
@Component
class ImportRows {
  private static final String LINES = "members.import_lines";
  private static final int BATCH = 500;

  /** {@code brought}, {@code proposed}, {@code entered}, {@code given-up}. */
  enum State {
    BROUGHT("brought"),
    PROPOSED("proposed"),
    ENTERED("entered"),
    GIVEN_UP("given-up");

    private final String id;

    State(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    static State of(String id) {
      for (State state : values()) {
        if (state.id.equals(id)) {
          return state;
        }
      }
      throw new IllegalArgumentException("no state of an import: " + id);
    }
  }

  /**
   * @param salt hides the lines behind their digest
   * @param note why it came back from whoever was to approve it, or why it was given up
   */
  record Row(
      UUID id,
      CooperativeId cooperative,
      @Nullable String caseId,
      PersonId broughtBy,
      @Nullable PersonId broughtFor,
      Instant broughtAt,
      String format,
      String encoding,
      String separator,
      int headings,
      String fileDigest,
      Minutes minutes,
      byte[] salt,
      State state,
      @Nullable PersonId proposedBy,
      @Nullable PersonId proposedFor,
      @Nullable String linesDigest,
      @Nullable String note) {}

  /** A line with whether it was taken out; of whoever was erased it has no cells. */
  record Kept(ImportLine line, boolean takenOut) {}

  private final JdbcClient sql;
  private final JdbcTemplate batches;
  private final FieldCipher cipher;
  private final SubjectCipher subjects;
  private final LegalClock clock;
  private final SecureRandom random = new SecureRandom();

  ImportRows(
      JdbcClient sql,
      JdbcTemplate batches,
      FieldCipher cipher,
      SubjectCipher subjects,
      LegalClock clock) {
    this.subjects = subjects;
    this.sql = sql;
    this.batches = batches;
    this.cipher = cipher;
    this.clock = clock;
  }

  UUID add(
      CooperativeId cooperative,
      PersonId by,
      @Nullable PersonId broughtFor,
      Sheet sheet,
      String fileDigest,
      Minutes minutes,
      List<ImportLine> lines) {
    UUID id = UUID.randomUUID();
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    sql.sql(
            """
            insert into members.imports (id, cooperative, brought_by, brought_for, brought_at, format,
              encoding, separator, headings, file_digest, minutes_number, minutes_on, minutes_digest, salt, state)
            values (:id, :cooperative, :by, :for, :now, :format,
              :encoding, :separator, :headings, :file, :number, :day, :minutes, :salt, 'brought')
            """)
        .param("id", id)
        .param("cooperative", cooperative.value())
        .param("by", by.value())
        .param("for", PersonId.valueOf(broughtFor), Types.OTHER)
        .param("now", clock.now().atOffset(ZoneOffset.UTC))
        .param("format", sheet.format())
        .param("encoding", sheet.encoding())
        .param("separator", sheet.separator())
        .param("headings", sheet.rows().get(0).line())
        .param("file", fileDigest)
        .param("number", minutes.number())
        .param("day", minutes.day())
        .param("minutes", minutes.digest())
        .param("salt", salt)
        .update();
    addLines(id, lines);
    return id;
  }

  private void addLines(UUID id, List<ImportLine> lines) {
    batches.batchUpdate(
        "insert into members.import_lines (import, line, content) values (?, ?, ?)",
        lines,
        BATCH,
        (statement, line) -> {
          statement.setObject(1, id);
          statement.setInt(2, line.line());
          statement.setBytes(3, cipher.seal(line.json(), context(id, line.line())));
        });
  }

  /** Another file in the place of the first: none of its lines is kept, none is taken out. */
  void replace(
      UUID id,
      PersonId by,
      @Nullable PersonId broughtFor,
      Sheet sheet,
      String fileDigest,
      List<ImportLine> lines) {
    sql.sql(
            """
            update members.imports
            set brought_by = :by, brought_for = :for, brought_at = :now, format = :format,
              encoding = :encoding, separator = :separator, headings = :headings, file_digest = :file
            where id = :id
            """)
        .param("id", id)
        .param("by", by.value())
        .param("for", PersonId.valueOf(broughtFor), Types.OTHER)
        .param("now", clock.now().atOffset(ZoneOffset.UTC))
        .param("format", sheet.format())
        .param("encoding", sheet.encoding())
        .param("separator", sheet.separator())
        .param("headings", sheet.rows().get(0).line())
        .param("file", fileDigest)
        .update();
    deleteLines(id);
    addLines(id, lines);
  }

  private void deleteLines(UUID id) {
    sql.sql("delete from members.import_lines where import = :id").param("id", id).update();
  }

  void started(UUID id, String caseId) {
    sql.sql("update members.imports set case_id = :case where id = :id")
        .param("case", caseId)
        .param("id", id)
        .update();
  }

  Optional<Row> find(UUID id) {
    return sql.sql("select * from members.imports where id = :id")
        .param("id", id)
        .query((row, n) -> row(row))
        .optional();
  }

  /** Of the case that runs. */
  Row of(Run run) {
    UUID id = MemberVariables.IMPORT.in(run);
    return find(id).orElseThrow(() -> new IllegalStateException("There is no import " + id));
  }

  Optional<Row> ofCase(String caseId) {
    return sql.sql("select * from members.imports where case_id = :case")
        .param("case", caseId)
        .query((row, n) -> row(row))
        .optional();
  }

  /** The newest first. */
  List<Row> of(CooperativeId cooperative) {
    return sql.sql(
            """
            select * from members.imports where cooperative = :cooperative
            order by entry desc limit 50
            """)
        .param("cooperative", cooperative.value())
        .query((row, n) -> row(row))
        .list();
  }

  /** Held until the end of the transaction, so that lines do not change under a proposal. */
  State lockedState(UUID id) {
    return State.of(
        sql.sql("select state from members.imports where id = :id for no key update")
            .param("id", id)
            .query(String.class)
            .single());
  }

  /** In the order of the file. */
  List<Kept> lines(UUID id) {
    record Sealed(int line, byte[] content, boolean takenOut) {}
    var sealed =
        sql.sql("select * from members.import_lines where import = :id order by line")
            .param("id", id)
            .query(
                (row, n) ->
                    new Sealed(
                        row.getInt("line"), row.getBytes("content"), row.getBoolean("taken_out")))
            .list();
    subjects.prepare(sealed.stream().map(Sealed::content).toList());
    return sealed.stream().map(it -> new Kept(line(id, it.line, it.content), it.takenOut)).toList();
  }

  private ImportLine line(UUID id, int line, byte[] content) {
    return subjects
        .open(content, context(id, line))
        .map(json -> ImportLine.of(line, json))
        .orElseGet(() -> new ImportLine(line, Map.of(), Set.of()));
  }

  /** Exactly these lines are out, all others are in. */
  void takeOut(UUID id, Collection<Integer> lines) {
    sql.sql(
            """
            update members.import_lines set taken_out = (line = any(:lines))
            where import = :id and taken_out <> (line = any(:lines))
            """)
        .param("lines", lines.toArray(Integer[]::new))
        .param("id", id)
        .update();
  }

  void proposed(UUID id, PersonId by, @Nullable PersonId proposedFor, String linesDigest) {
    sql.sql(
            """
            update members.imports
            set state = 'proposed', proposed_by = :by, proposed_for = :for,
              lines_digest = :digest, note = null
            where id = :id
            """)
        .param("by", by.value())
        .param("for", PersonId.valueOf(proposedFor), Types.OTHER)
        .param("digest", linesDigest)
        .param("id", id)
        .update();
  }

  /** It comes back to the secretary, with words or without. */
  void back(UUID id, @Nullable String note) {
    sql.sql("update members.imports set state = 'brought', note = :note where id = :id")
        .param(
            "note",
            note == null ? null : cipher.seal(note.getBytes(UTF_8), noteContext(id)),
            Types.BINARY)
        .param("id", id)
        .update();
  }

  /** Lines whose persons are known now lie under the keys of these. */
  void seal(UUID id, List<CheckedLine> lines) {
    batches.batchUpdate(
        "update members.import_lines set person = ?, content = ? where import = ? and line = ?",
        lines,
        BATCH,
        (statement, checked) -> {
          var person = Objects.requireNonNull(checked.person()).id();
          int line = checked.line().line();
          statement.setObject(1, person.value());
          statement.setBytes(2, subjects.seal(person, checked.line().json(), context(id, line)));
          statement.setObject(3, id);
          statement.setInt(4, line);
        });
  }

  /** Whoever was taken out is no member: nobody will need those lines. */
  void entered(UUID id) {
    sql.sql("update members.imports set state = 'entered' where id = :id").param("id", id).update();
    sql.sql("delete from members.import_lines where import = :id and taken_out")
        .param("id", id)
        .update();
  }

  /** Nobody will need the lines: they are deleted; why is kept. */
  void giveUp(UUID id, String why) {
    sql.sql("update members.imports set state = 'given-up', note = :why where id = :id")
        .param("why", cipher.seal(why.getBytes(UTF_8), noteContext(id)))
        .param("id", id)
        .update();
    deleteLines(id);
  }

  private Row row(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte @Nullable [] note = row.getBytes("note");
    return new Row(
        id,
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        row.getString("case_id"),
        new PersonId(row.getObject("brought_by", UUID.class)),
        PersonId.orNull(row.getObject("brought_for", UUID.class)),
        row.getObject("brought_at", OffsetDateTime.class).toInstant(),
        row.getString("format"),
        row.getString("encoding"),
        row.getString("separator"),
        row.getInt("headings"),
        row.getString("file_digest"),
        new Minutes(
            row.getString("minutes_number"),
            row.getObject("minutes_on", LocalDate.class),
            row.getString("minutes_digest")),
        row.getBytes("salt"),
        State.of(row.getString("state")),
        PersonId.orNull(row.getObject("proposed_by", UUID.class)),
        PersonId.orNull(row.getObject("proposed_for", UUID.class)),
        row.getString("lines_digest"),
        note == null ? null : new String(cipher.open(note, noteContext(id)), UTF_8));
  }

  private static byte[] context(UUID id, int line) {
    return FieldCipher.context(LINES, "content", id + "/" + line);
  }

  private static byte[] noteContext(UUID id) {
    return FieldCipher.context("members.imports", "note", id);
  }
}

package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the secretary decided about applications that the law refused. */
@Component
class Returns implements Answers {
  /**
   * @param correction the applicant is asked to correct it; otherwise it goes back for good
   */
  record Return(PersonId by, boolean correction, @Nullable String note) {}

  private final JdbcClient sql;
  private final SubjectCipher cipher;
  private final LegalClock clock;

  Returns(JdbcClient sql, SubjectCipher cipher, LegalClock clock) {
    this.sql = sql;
    this.cipher = cipher;
    this.clock = clock;
  }

  void keep(Dossier dossier, Submission submission, boolean correction, ZoneId zone) {
    @Nullable Object note = submission.values().get("note");
    sql.sql(
            """
            insert into members.returns
              (task, application, returned_by, returned_on, correction, note)
            values (:task, :application, :person, :today, :correction, :note)
            """)
        .param("task", submission.taskId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param("today", clock.today(zone))
        .param("correction", correction)
        .param(
            "note",
            note == null
                ? null
                : cipher.seal(
                    dossier.person(),
                    note.toString().getBytes(UTF_8),
                    context(submission.taskId())))
        .update();
  }

  Optional<Return> newest(UUID application) {
    return sql.sql(
            "select * from members.returns where application = :id order by entry desc limit 1")
        .param("id", application)
        .query(
            (row, n) ->
                new Return(
                    new PersonId(row.getObject("returned_by", UUID.class)),
                    row.getBoolean("correction"),
                    note(row).map(note -> note.orElse(null)).orElse(null)))
        .optional();
  }

  @Override
  public List<Answer> of(String caseId) {
    return AnswerRows.ofCase(sql, "members.returns", caseId, (row, n) -> answers(row));
  }

  private List<Answer> answers(ResultSet row) throws SQLException {
    String task = row.getString("task");
    var what = new Word(row.getBoolean("correction") ? "correct" : "return");
    var decided = new Answer(task, "return", what);
    return note(row)
        .map(note -> List.of(decided, new Answer(task, "return-note", Answers.orErased(note))))
        .orElse(List.of(decided));
  }

  /** Empty if none was written, and in that empty once it is erased. */
  private Optional<Optional<String>> note(ResultSet row) throws SQLException {
    byte @Nullable [] note = row.getBytes("note");
    String task = row.getString("task");
    return Optional.ofNullable(note).map(it -> cipher.text(it, context(task)));
  }

  private static byte[] context(String task) {
    return FieldCipher.context("members.returns", "note", task);
  }
}

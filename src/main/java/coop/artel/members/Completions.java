package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How applicants were reminded of what they have to add, and how long the chair waits for it. */
@Component
class Completions implements Answers {
  /**
   * @param means {@code phone}, {@code in-person}, {@code post} or {@code email}
   */
  record Reminder(LocalDate remindedOn, String means) {}

  private final JdbcClient sql;
  private final SubjectCipher cipher;

  Completions(JdbcClient sql, SubjectCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  void reminded(UUID application, Submission submission, LocalDate day) {
    sql.sql(
            """
            insert into members.reminders (task, application, reminded_by, reminded_on, means)
            values (:task, :application, :person, :day, :means)
            """)
        .param("task", submission.taskId())
        .param("application", application)
        .param("person", submission.by().value())
        .param("day", day)
        .param("means", submission.text("means"))
        .update();
  }

  /** Oldest first. */
  List<Reminder> reminders(UUID application) {
    return sql.sql(
            "select reminded_on, means from members.reminders where application = ? order by entry")
        .param(application)
        .query(
            (row, n) ->
                new Reminder(row.getObject("reminded_on", LocalDate.class), row.getString("means")))
        .list();
  }

  void waits(Dossier dossier, Submission submission, LocalDate today, LocalDate until) {
    byte[] note =
        cipher.seal(
            dossier.person(),
            submission.text("note").getBytes(UTF_8),
            context(submission.taskId()));
    sql.sql(
            """
            insert into members.waits
              (task, application, decided_by, decided_on, wait_until, note)
            values (:task, :application, :person, :today, :until, :note)
            """)
        .param("task", submission.taskId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param("today", today)
        .param("until", until)
        .param("note", note)
        .update();
  }

  @Override
  public List<Answer> of(String caseId) {
    return Stream.concat(
            AnswerRows.ofCase(sql, "members.reminders", caseId, (row, n) -> reminder(row)).stream(),
            AnswerRows.ofCase(sql, "members.waits", caseId, (row, n) -> wait(row)).stream())
        .toList();
  }

  private static List<Answer> reminder(ResultSet row) throws SQLException {
    String task = row.getString("task");
    return List.of(
        new Answer(task, "reminded-on", row.getObject("reminded_on", LocalDate.class)),
        new Answer(task, "means", new Word(row.getString("means"))));
  }

  private List<Answer> wait(ResultSet row) throws SQLException {
    String task = row.getString("task");
    var note = cipher.text(row.getBytes("note"), context(task));
    return List.of(
        new Answer(task, "wait-until", row.getObject("wait_until", LocalDate.class)),
        new Answer(task, "wait-note", Answers.orErased(note)));
  }

  private static byte[] context(String task) {
    return FieldCipher.context("members.waits", "note", task);
  }
}

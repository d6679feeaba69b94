package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How applicants were reminded of what they have to add, and how long the chair waits for it. */
@Component
class Completions {
  /**
   * @param means {@code phone}, {@code in-person}, {@code post} or {@code email}
   */
  record Reminder(LocalDate remindedOn, String means) {}

  private final JdbcClient sql;
  private final FieldCipher cipher;

  Completions(JdbcClient sql, FieldCipher cipher) {
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

  void waits(UUID application, Submission submission, LocalDate today, LocalDate until) {
    byte[] note =
        cipher.seal(
            submission.text("note").getBytes(UTF_8),
            FieldCipher.context("members.waits", "note", submission.taskId()));
    sql.sql(
            """
            insert into members.waits
              (task, application, decided_by, decided_on, wait_until, note)
            values (:task, :application, :person, :today, :until, :note)
            """)
        .param("task", submission.taskId())
        .param("application", application)
        .param("person", submission.by().value())
        .param("today", today)
        .param("until", until)
        .param("note", note)
        .update();
  }
}

package coop.artel.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.People;
import coop.artel.people.SubjectCipher;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Answers;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what the chair did about a question whose term has passed; the vote itself goes on. Cases
 * that began when the council's own process watched the term still ask this.
 */
@Component
class TakeUpOverdueQuestion implements FormHandler, Answers {
  private final QuestionRows questions;
  private final People people;
  private final SubjectCipher cipher;
  private final JdbcClient sql;
  private final LegalClock clock;

  TakeUpOverdueQuestion(
      QuestionRows questions,
      People people,
      SubjectCipher cipher,
      JdbcClient sql,
      LegalClock clock) {
    this.questions = questions;
    this.people = people;
    this.cipher = cipher;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String form() {
    return "take-up-overdue-question";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    UUID id = MeetingVariables.QUESTION.in(run);
    var question = questions.find(id).orElseThrow(() -> new QuestionUnknown(id));
    return Map.of(
        "question", people.nameOf(question.subject()).orElse(""),
        "votes", "%d / %d".formatted(question.votes().size(), question.voters().size()));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    UUID id = MeetingVariables.QUESTION.in(submission.run());
    var question = questions.find(id).orElseThrow(() -> new QuestionUnknown(id));
    byte[] note =
        cipher.seal(
            question.subject(),
            submission.text("note").getBytes(UTF_8),
            context(submission.taskId()));
    sql.sql(
            """
            insert into meetings.overdue_notes (task, question, person, note, taken_up_at)
            values (:task, :question, :person, :note, :now)
            """)
        .param("task", submission.taskId())
        .param("question", id)
        .param("person", submission.by().value())
        .param("note", note)
        .param("now", clock.now().atOffset(ZoneOffset.UTC))
        .update();
    return List.of();
  }

  @Override
  public List<Answer> of(String caseId) {
    return sql.sql(
            """
            select task, note from meetings.overdue_notes
            join meetings.questions on questions.id = question
            where case_id = :case order by taken_up_at, task
            """)
        .param("case", caseId)
        .query(
            (row, number) -> {
              String task = row.getString("task");
              var note = cipher.text(row.getBytes("note"), context(task));
              return new Answer(task, "overdue-note", Answers.orErased(note));
            })
        .list();
  }

  private static byte[] context(String task) {
    return FieldCipher.context("meetings.overdue_notes", "note", task);
  }
}

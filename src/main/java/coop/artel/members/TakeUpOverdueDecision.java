package coop.artel.members;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the chair did when the term had passed without a decision; the case goes on. */
@Component
class TakeUpOverdueDecision implements FormHandler, Answers {
  private final Dossiers dossiers;
  private final People people;
  private final FormSentences sentences;
  private final SubjectCipher cipher;
  private final JdbcClient sql;
  private final LegalClock clock;

  TakeUpOverdueDecision(
      Dossiers dossiers,
      People people,
      FormSentences sentences,
      SubjectCipher cipher,
      JdbcClient sql,
      LegalClock clock) {
    this.dossiers = dossiers;
    this.people = people;
    this.sentences = sentences;
    this.cipher = cipher;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String form() {
    return "take-up-overdue-decision";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    return Map.of(
        "applicant",
        people.nameOf(dossier.person()).orElse(""),
        "decideBy",
        dossier.lastDayToDecide(),
        "stands",
        sentences.say("application.status." + dossier.status().id()));
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    sql.sql(
            """
            insert into members.delays (task, application, person, note, taken_up_at)
            values (:task, :application, :person, :note, :now)
            """)
        .param("task", submission.taskId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param(
            "note",
            cipher.seal(
                dossier.person(),
                submission.text("note").getBytes(UTF_8),
                context(submission.taskId())))
        .param("now", clock.now().atOffset(ZoneOffset.UTC))
        .update();
    return List.of();
  }

  @Override
  public List<Answer> of(String caseId) {
    return sql.sql(
            """
            select task, note from members.delays
            join members.applications on applications.id = application
            where case_id = :case order by delays.entry
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
    return FieldCipher.context("members.delays", "note", task);
  }
}

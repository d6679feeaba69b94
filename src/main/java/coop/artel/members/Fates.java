package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was decided about the data of whoever consents no longer. A ground of keeping goes with the
 * data, and so does a note on what is not to be destroyed yet; a ground of destroying, and what was
 * said to it, outlive them: no name stands there.
 */
@Component
class Fates implements Answers {
  /**
   * The secretary's word: keep, or destroy if a second person agrees.
   *
   * @param inPlaceOf whom the one who said it stood in for
   */
  record Fate(PersonId by, @Nullable PersonId inPlaceOf, boolean destroy, String ground) {}

  private static final String KEEP = "keep";
  private static final String DESTROY = "destroy";

  private final JdbcClient sql;
  private final SubjectCipher subjects;
  private final FieldCipher fields;

  Fates(JdbcClient sql, SubjectCipher subjects, FieldCipher fields) {
    this.sql = sql;
    this.subjects = subjects;
    this.fields = fields;
  }

  void propose(Dossier dossier, Submission submission, boolean destroy, LocalDate today) {
    byte[] ground = submission.text("ground").getBytes(UTF_8);
    byte[] context = groundContext(submission.taskId());
    sql.sql(
            """
            insert into members.retentions
              (task, case_id, application, decided_by, decided_for, decided_on, fate, ground)
            values (:task, :case, :application, :person, :for, :today, :fate, :ground)
            """)
        .param("task", submission.taskId())
        .param("case", submission.caseId())
        .param("application", dossier.id())
        .param("person", submission.by().value())
        .param(
            "for",
            submission
                .caller()
                .principal(dossier.cooperative(), Office.SECRETARY)
                .map(PersonId::value)
                .orElse(null),
            Types.OTHER)
        .param("today", today)
        .param("fate", destroy ? DESTROY : KEEP)
        .param(
            "ground",
            destroy
                ? fields.seal(ground, context)
                : subjects.seal(dossier.person(), ground, context))
        .update();
  }

  /** What the second person said. */
  void decide(
      Dossier dossier,
      Submission submission,
      boolean approved,
      @Nullable String note,
      LocalDate today) {
    sql.sql(
            """
            insert into members.destructions (task, case_id, decided_by, decided_on, approved, note)
            values (:task, :case, :person, :today, :approved, :note)
            """)
        .param("task", submission.taskId())
        .param("case", submission.caseId())
        .param("person", submission.by().value())
        .param("today", today)
        .param("approved", approved)
        .param(
            "note",
            note == null
                ? null
                : approved
                    ? fields.seal(note.getBytes(UTF_8), noteContext(submission.taskId()))
                    : subjects.seal(
                        dossier.person(), note.getBytes(UTF_8), noteContext(submission.taskId())),
            Types.BINARY)
        .update();
  }

  /** What the secretary said last. */
  Fate newest(String caseId) {
    return sql.sql("select * from members.retentions where case_id = ? order by entry desc limit 1")
        .param(caseId)
        .query(
            (row, n) ->
                new Fate(
                    PersonId.of(row.getString("decided_by")),
                    PersonId.orNull(row.getObject("decided_for", UUID.class)),
                    row.getString("fate").equals(DESTROY),
                    ground(row).orElse("")))
        .single();
  }

  /** Why it came back last, if it did. */
  Optional<String> returned(String caseId) {
    return sql.sql(
            """
            select task, note from members.destructions
            where case_id = ? and not approved order by entry desc limit 1
            """)
        .param(caseId)
        .query((row, n) -> note(row))
        .optional()
        .flatMap(it -> it);
  }

  @Override
  public List<Answer> of(String caseId) {
    var said =
        sql.sql("select * from members.retentions where case_id = ? order by entry")
            .param(caseId)
            .query((row, n) -> said(row))
            .list();
    var decided =
        sql.sql("select * from members.destructions where case_id = ? order by entry")
            .param(caseId)
            .query((row, n) -> decided(row))
            .list();
    return Stream.concat(said.stream(), decided.stream()).flatMap(List::stream).toList();
  }

  private List<Answer> said(ResultSet row) throws SQLException {
    String task = row.getString("task");
    String fate = row.getString("fate");
    return List.of(
        new Answer(task, "fate", new Word(fate)),
        new Answer(
            task,
            fate.equals(KEEP) ? "retention-ground" : "destruction-ground",
            Answers.orErased(ground(row))));
  }

  private List<Answer> decided(ResultSet row) throws SQLException {
    String task = row.getString("task");
    var answers = new ArrayList<Answer>();
    answers.add(
        new Answer(task, "destruction", new Word(row.getBoolean("approved") ? DESTROY : "return")));
    note(row).ifPresent(note -> answers.add(new Answer(task, "destruction-note", note)));
    return answers;
  }

  private Optional<String> ground(ResultSet row) throws SQLException {
    return subjects.text(row.getBytes("ground"), groundContext(row.getString("task")));
  }

  private Optional<String> note(ResultSet row) throws SQLException {
    byte @Nullable [] note = row.getBytes("note");
    byte[] context = noteContext(row.getString("task"));
    return Optional.ofNullable(note).flatMap(it -> subjects.text(it, context));
  }

  private static byte[] groundContext(String task) {
    return FieldCipher.context("members.retentions", "ground", task);
  }

  private static byte[] noteContext(String task) {
    return FieldCipher.context("members.destructions", "note", task);
  }
}

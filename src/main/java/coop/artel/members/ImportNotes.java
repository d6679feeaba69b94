package coop.artel.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Submission;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why lists of members came back to the secretary, or were given up. */
@Component
class ImportNotes implements Answers {
  static final String RETURNED = "import-returned";
  static final String GIVEN_UP = "import-given-up";

  private final JdbcClient sql;
  private final FieldCipher cipher;

  ImportNotes(JdbcClient sql, FieldCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  /**
   * @param what {@link #RETURNED} or {@link #GIVEN_UP}
   */
  void keep(UUID id, Submission submission, String what, String note) {
    sql.sql(
            """
            insert into members.import_notes (task, import, what, note)
            values (:task, :id, :what, :note)
            """)
        .param("task", submission.taskId())
        .param("id", id)
        .param("what", what)
        .param("note", cipher.seal(note.getBytes(UTF_8), context(submission.taskId())))
        .update();
  }

  @Override
  public List<Answer> of(String caseId) {
    return sql.sql(
            """
            select import_notes.* from members.import_notes
            join members.imports on imports.id = import
            where case_id = ? order by import_notes.entry
            """)
        .param(caseId)
        .query(
            (row, number) -> {
              String task = row.getString("task");
              byte[] note = cipher.open(row.getBytes("note"), context(task));
              return new Answer(task, row.getString("what"), new String(note, UTF_8));
            })
        .list();
  }

  private static byte[] context(String task) {
    return FieldCipher.context("members.import_notes", "note", task);
  }
}

package coop.artel.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.artel.access.Caller;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the holder of a task has begun to fill in, right or wrong, kept until the task is done. It
 * is the holder's own: whoever takes the task over does not see it.
 */
@UseCase
public class Drafts {
  private static final int LARGEST = 64 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient sql;
  private final Tasks tasks;
  private final SubjectCipher cipher;
  private final CaseSubjects subjects;
  private final Clock clock;

  Drafts(JdbcClient sql, Tasks tasks, SubjectCipher cipher, CaseSubjects subjects, Clock clock) {
    this.sql = sql;
    this.tasks = tasks;
    this.cipher = cipher;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * @param values as they were typed, by field key
   */
  public record Draft(Instant savedAt, Map<String, String> values) {}

  /**
   * Replaces the draft; what is no field of the form is left out. Refused: {@code draft-too-large},
   * {@code task-not-held}, {@code task-held}, {@code task-unknown}.
   */
  public Instant save(Caller caller, String taskId, Map<String, String> typed) {
    lock(taskId);
    tasks.demandHeld(caller, taskId);
    var values = new LinkedHashMap<String, String>();
    for (var field : tasks.form(caller, taskId).form().components()) {
      var value = typed.get(field.key());
      if (value != null && field.type() != Form.Type.TEXT && !field.disabled()) {
        values.put(field.key(), value);
      }
    }
    byte[] content = bytes(values);
    if (content.length > LARGEST) {
      throw new DraftTooLarge();
    }
    var now = clock.instant();
    sql.sql(
            """
            insert into workflow.drafts (task, person, saved, content) values (?, ?, ?, ?)
            on conflict (task, person) do update
              set saved = excluded.saved, content = excluded.content
            """)
        .params(
            taskId,
            caller.person().value(),
            OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
            cipher.seal(subjects.ofTask(taskId), content, context(caller, taskId)))
        .update();
    return now;
  }

  /** Whoever completes the task meanwhile waits for the draft, or the draft comes too late. */
  private void lock(String taskId) {
    sql.sql("select id from workflow.tasks where id = ? for key share")
        .param(taskId)
        .query(String.class)
        .optional();
  }

  /** The caller's own. */
  public Optional<Draft> find(Caller caller, String taskId) {
    return sql.sql("select saved, content from workflow.drafts where task = ? and person = ?")
        .params(taskId, caller.person().value())
        .query(
            (row, number) -> {
              var saved = row.getObject("saved", OffsetDateTime.class).toInstant();
              return cipher
                  .open(row.getBytes("content"), context(caller, taskId))
                  .map(content -> new Draft(saved, values(content)));
            })
        .optional()
        .flatMap(it -> it);
  }

  /** Begins anew from what the form shows by itself. */
  public void discard(Caller caller, String taskId) {
    sql.sql("delete from workflow.drafts where task = ? and person = ?")
        .params(taskId, caller.person().value())
        .update();
  }

  private static byte[] bytes(Map<String, String> values) {
    try {
      return JSON.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> values(byte[] content) {
    try {
      return JSON.readValue(content, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] context(Caller caller, String taskId) {
    return FieldCipher.context(
        "workflow.drafts", "content", taskId + "/" + caller.person().value());
  }
}

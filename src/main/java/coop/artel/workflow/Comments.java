package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people remark on tasks and cases. A remark on a task may be read by whoever may do the task,
 * also when it is done; one on a case by whoever holds an office in its cooperative.
 */
@UseCase
public class Comments {
  public static final int LONGEST = 4000;

  private final JdbcClient sql;
  private final Tasks tasks;
  private final Cases cases;
  private final SubjectCipher cipher;
  private final CaseSubjects subjects;
  private final LegalClock clock;

  Comments(
      JdbcClient sql,
      Tasks tasks,
      Cases cases,
      SubjectCipher cipher,
      CaseSubjects subjects,
      LegalClock clock) {
    this.sql = sql;
    this.tasks = tasks;
    this.cases = cases;
    this.cipher = cipher;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * @param writtenFor whom the author stood in for
   * @param task that it was made on, absent where it is about the whole case
   * @param activity of that task
   * @param at by the legal clock
   * @param text absent once whom the case is about was erased
   */
  public record Comment(
      UUID id,
      PersonId author,
      @Nullable PersonId writtenFor,
      Instant at,
      @Nullable String task,
      @Nullable String activity,
      @Nullable String text) {}

  /** Refused: {@code comment-malformed}, {@code task-unknown}. */
  public void onTask(Caller caller, String taskId, String text) {
    var task = tasks.find(caller, taskId);
    write(
        caller,
        task.caseId(),
        task,
        task.cooperative(),
        task.groups(),
        caller.principal(task.groups()),
        checked(text));
  }

  /** Refused: {@code comment-malformed}, {@code case-unknown}, {@code not-allowed}. */
  public void onCase(Caller caller, String caseId, String text) {
    var found = cases.find(caller, caseId);
    if (!caller.serves(found.cooperative())) {
      throw new CaseUnknown(caseId);
    }
    if (!caller.acts(found.cooperative())) {
      throw new NotAllowed();
    }
    var writtenFor = caller.inWhoseName(it -> it.acts(found.cooperative()));
    write(caller, caseId, null, found.cooperative(), Set.of(), writtenFor, checked(text));
  }

  /** Those that the caller may read, oldest first. */
  public List<Comment> of(Caller caller, String caseId) {
    return sql.sql(
            """
            select id, author, deputy_for, written, task, activity, content from workflow.comments
            where case_id = :case
              and (author = :me or groups && :groups::text[]
                or groups = '{}' and cooperative = any(:served))
            order by entry
            """)
        .param("case", caseId)
        .param("me", caller.person().value())
        .param("groups", caller.groups().toArray(String[]::new))
        .param("served", caller.served().stream().map(CooperativeId::value).toArray(UUID[]::new))
        .query(this::comment)
        .list();
  }

  private void write(
      Caller caller,
      String caseId,
      @Nullable Task task,
      CooperativeId cooperative,
      Set<String> groups,
      Optional<PersonId> writtenFor,
      String text) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into workflow.comments (id, case_id, task, activity, cooperative, groups, author,
              deputy_for, written, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            caseId,
            task == null ? null : task.id(),
            task == null ? null : task.activity(),
            cooperative.value(),
            groups.stream().sorted().toArray(String[]::new),
            caller.person().value(),
            writtenFor.map(PersonId::value).orElse(null),
            OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC),
            cipher.seal(subjects.of(caseId), text.getBytes(StandardCharsets.UTF_8), context(id)))
        .update();
  }

  static String checked(String sent) {
    String text = Normalizer.normalize(sent.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.codePoints().anyMatch(FormCheck::isForbidden)) {
      throw new CommentMalformed(LONGEST);
    }
    return text;
  }

  private Comment comment(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Comment(
        id,
        new PersonId(row.getObject("author", UUID.class)),
        PersonId.orNull(row.getObject("deputy_for", UUID.class)),
        row.getObject("written", OffsetDateTime.class).toInstant(),
        row.getString("task"),
        row.getString("activity"),
        cipher.text(row.getBytes("content"), context(id)).orElse(null));
  }

  private static byte[] context(UUID id) {
    return FieldCipher.context("workflow.comments", "content", id);
  }
}

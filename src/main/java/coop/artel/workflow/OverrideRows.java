package coop.artel.workflow;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.CanonicalJson;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of overrides; what was sent in and why is sealed for whom the case is about. */
@Component
class OverrideRows {
  private final JdbcClient sql;
  private final SubjectCipher cipher;
  private final CaseSubjects subjects;

  OverrideRows(JdbcClient sql, SubjectCipher cipher, CaseSubjects subjects) {
    this.sql = sql;
    this.cipher = cipher;
    this.subjects = subjects;
  }

  /**
   * @param values of the form by field key, as text
   */
  record Content(SortedMap<String, String> values, String reason) {
    Map<String, Object> asMap() {
      return Map.of("values", values, "reason", reason);
    }
  }

  /**
   * @param person who holds the task and proposes
   * @param decision of the law, which forbids
   * @param salt without which the digest would let the values be guessed
   * @param content absent once whom the case is about was erased
   */
  record Row(
      UUID deed,
      String task,
      String caseId,
      String process,
      String activity,
      String deployment,
      CooperativeId cooperative,
      Set<String> groups,
      PersonId person,
      UUID decision,
      String salt,
      @Nullable Content content) {}

  /** Of exactly what a second person approves. */
  static String digest(String task, String decision, String salt, Content content) {
    return Sha256.of(
        Map.of("task", task, "decision", decision, "salt", salt, "content", content.asMap()));
  }

  void add(Row row) {
    byte[] content = CanonicalJson.write(Objects.requireNonNull(row.content).asMap());
    sql.sql(
            """
            insert into workflow.overrides (deed, task, case_id, process, activity, deployment,
              cooperative, groups, person, decision, salt, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.deed,
            row.task,
            row.caseId,
            row.process,
            row.activity,
            row.deployment,
            row.cooperative.value(),
            row.groups.stream().sorted().toArray(String[]::new),
            row.person.value(),
            row.decision,
            row.salt,
            cipher.seal(subjects.of(row.caseId), content, context(row.deed)))
        .update();
  }

  Optional<Row> ofDeed(UUID deed) {
    return sql.sql("select * from workflow.overrides where deed = ?")
        .param(deed)
        .query((row, number) -> row(row))
        .optional();
  }

  List<Row> ofCase(String caseId) {
    return sql.sql("select * from workflow.overrides where case_id = ?")
        .param(caseId)
        .query((row, number) -> row(row))
        .list();
  }

  /**
   * Whose task it is, or was when somebody last proposed to complete it so.
   *
   * @param holder absent where nobody has the task in hand
   * @param subject whom the case is about
   */
  record Place(
      String caseId,
      CooperativeId cooperative,
      Set<String> groups,
      @Nullable PersonId holder,
      PersonId subject) {}

  Optional<Place> place(String task) {
    return place(
            """
            select case_id, tasks.cooperative, groups, assignee, subject from workflow.tasks
            join workflow.cases on cases.id = case_id where tasks.id = ?
            """,
            task)
        .or(
            () ->
                place(
                    """
                    select case_id, overrides.cooperative, groups, person as assignee, subject
                    from workflow.overrides join workflow.cases on cases.id = case_id
                    where task = ? limit 1
                    """,
                    task));
  }

  private Optional<Place> place(String query, String task) {
    return sql.sql(query)
        .param(task)
        .query(
            (row, number) ->
                new Place(
                    row.getString("case_id"),
                    new CooperativeId(row.getObject("cooperative", UUID.class)),
                    Set.of((String[]) row.getArray("groups").getArray()),
                    PersonId.orNull(row.getObject("assignee", UUID.class)),
                    new PersonId(row.getObject("subject", UUID.class))))
        .optional();
  }

  /** Whether the task still waits and this person still has it in hand; then it is locked. */
  boolean stillHeld(Row row) {
    return sql.sql("select 1 from workflow.tasks where id = ? and assignee = ? for update")
        .params(row.task, row.person.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private Row row(ResultSet row) throws SQLException {
    UUID deed = row.getObject("deed", UUID.class);
    return new Row(
        deed,
        row.getString("task"),
        row.getString("case_id"),
        row.getString("process"),
        row.getString("activity"),
        row.getString("deployment"),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        Set.of((String[]) row.getArray("groups").getArray()),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("decision", UUID.class),
        row.getString("salt"),
        cipher
            .open(row.getBytes("content"), context(deed))
            .map(OverrideRows::content)
            .orElse(null));
  }

  private static Content content(byte[] opened) {
    var content = CanonicalJson.read(opened);
    var values = new TreeMap<String, String>();
    ((Map<?, ?>) Objects.requireNonNull(content.get("values")))
        .forEach((key, value) -> values.put(key.toString(), value.toString()));
    return new Content(values, String.valueOf(content.get("reason")));
  }

  private static byte[] context(UUID deed) {
    return FieldCipher.context("workflow.overrides", "content", deed);
  }
}

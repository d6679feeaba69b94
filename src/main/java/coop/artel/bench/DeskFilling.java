package coop.artel.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies of a case that the engine ran: the very rows that it wrote for it, with ids of their own,
 * in every table that a list or a case's page reads. The engine's details of variables and its jobs
 * are left out, and the copies stand in the log's tables without a proof.
 */
final class DeskFilling {
  private static final Set<String> TEXT = Set.of("text", "character varying");
  private static final String INSTANCES =
      "(select id_ from act_hi_procinst where root_proc_inst_id_ = :case)";

  /** Forks and joins on the way are no steps. */
  private static final String FINISHED = "end_time_ is not null and act_type_ not like '%Gateway'";

  /** Which rows of a table are the case's, in the order in which tables may be filled. */
  private static final Map<String, String> ROWS = rows();

  /** Columns that the copies do not share: {@code g} is the number of the copy. */
  private static final Map<String, String> OWN_VALUES =
      Map.of(
          "workflow.cases.subject", "(cast(:people as uuid[]))[1 + g % :crowd]",
          "workflow.cases.started", "t.started - g * interval '1 minute'",
          "workflow.cases.number", "(select max(number) from workflow.cases) + g",
          "workflow.tasks.created", "t.created - g * interval '1 minute'",
          "workflow.tasks.due", "current_date + (g % 60 - 10)",
          "workflow.tasks.assignee",
              "case when g % 10 = 0 then cast(:holder as uuid) else t.assignee end",
          "act_ru_task.assignee_",
              "case when g % 10 = 0 then cast(:holder as text) else t.assignee_ end");

  private final JdbcClient owner;
  private final List<UUID> people;
  private final UUID holder;

  /**
   * @param people whom the copies are about, in turn
   * @param holder who has taken every tenth open task
   */
  DeskFilling(DataSource owner, List<UUID> people, UUID holder) {
    this.owner = JdbcClient.create(owner);
    this.people = people;
    this.holder = holder;
  }

  private static Map<String, String> rows() {
    var rows = new LinkedHashMap<String, String>();
    rows.put("act_ru_execution", "root_proc_inst_id_ = :case");
    rows.put("act_ru_task", "proc_inst_id_ in " + INSTANCES);
    rows.put("act_ru_variable", "proc_inst_id_ in " + INSTANCES);
    rows.put(
        "act_ru_identitylink", "task_id_ in (select id from workflow.tasks where case_id = :case)");
    for (String table : List.of("procinst", "actinst", "taskinst", "varinst", "identitylink")) {
      rows.put("act_hi_" + table, "root_proc_inst_id_ = :case");
    }
    rows.put("workflow.cases", "id = :case");
    rows.put("workflow.tasks", "case_id = :case");
    rows.put("workflow.finished_tasks", "case_id = :case");
    rows.put("workflow.step_notes", "case_id = :case");
    rows.put("notary.heads", "case_id = :case");
    rows.put("notary.records", "case_id = :case");
    return rows;
  }

  void copy(String caseId, int copies) {
    String[] own = ownIds(caseId);
    ROWS.forEach((table, rows) -> copy(table, rows, caseId, own, copies));
  }

  /** Puts all records into the log's tables, and a checkpoint behind every so many. */
  void seal(int batch) {
    owner
        .sql(
            """
            insert into notary.entries (idx, record, leaf)
            select (select max(idx) from notary.entries) + row_number() over (order by r.id),
              r.id, r.leaf
            from notary.records r
            where not exists (select from notary.entries e where e.record = r.id)
            """)
        .update();
    owner
        .sql(
            """
            insert into notary.checkpoints (size, at, root, edge, note)
            select s.size, c.at, c.root, c.edge, c.note
            from (select * from notary.checkpoints order by size desc limit 1) c,
              generate_series(c.size + :batch, (select max(idx) + 1 from notary.entries), :batch)
                as s(size)
            """)
        .param("batch", batch)
        .update();
    owner.sql("analyze").update();
  }

  long openTasks() {
    return count("workflow.tasks");
  }

  long finishedSteps() {
    return count("act_hi_actinst where " + FINISHED);
  }

  long finishedSteps(String caseId) {
    return owner
        .sql("select count(*) from act_hi_actinst where root_proc_inst_id_ = ? and " + FINISHED)
        .param(caseId)
        .query(Long.class)
        .single();
  }

  private long count(String rows) {
    return owner.sql("select count(*) from " + rows).query(Long.class).single();
  }

  private String[] ownIds(String caseId) {
    Set<String> ids = new LinkedHashSet<>();
    for (String table : ROWS.keySet()) {
      String key = columns(table).containsKey("id_") ? "id_" : "id";
      if (TEXT.contains(columns(table).getOrDefault(key, ""))) {
        ids.addAll(
            owner
                .sql("select %s from %s where %s".formatted(key, table, ROWS.get(table)))
                .param("case", caseId)
                .query(String.class)
                .list());
      }
    }
    return ids.toArray(String[]::new);
  }

  private void copy(String table, String rows, String caseId, String[] own, int copies) {
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    columns(table)
        .forEach(
            (name, type) -> {
              names.add(name);
              values.add(value(table, name, type));
            });
    owner
        .sql(
            "insert into %s (%s) select %s from %s t, generate_series(1, :copies) as g where %s"
                .formatted(table, String.join(", ", names), String.join(", ", values), table, rows))
        .param("case", caseId)
        .param("copies", copies)
        .param("own", own)
        .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
        .param("crowd", people.size())
        .param("holder", holder.toString())
        .update();
  }

  private static String value(String table, String name, String type) {
    String ownValue = OWN_VALUES.get(table + "." + name);
    if (ownValue != null) {
      return ownValue;
    }
    return TEXT.contains(type)
        ? "case when t.%1$s = any(:own) then md5(t.%1$s || g)::uuid::text else t.%1$s end"
            .formatted(name)
        : "t." + name;
  }

  /** Names with types, but for what the database numbers itself. */
  private Map<String, String> columns(String table) {
    var columns = new LinkedHashMap<String, String>();
    String schema = table.contains(".") ? table.substring(0, table.indexOf('.')) : "public";
    owner
        .sql(
            "select column_name, data_type from information_schema.columns"
                + " where table_schema = ? and table_name = ? and is_identity = 'NO'"
                + " order by ordinal_position")
        .params(schema, table.substring(table.indexOf('.') + 1))
        .query((row, number) -> columns.put(row.getString(1), row.getString(2)))
        .list();
    return columns;
  }
}

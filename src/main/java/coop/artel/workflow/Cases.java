package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.notary.CaseRecord;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases as people look at them: what has happened and what is going on. */
@UseCase
public class Cases {
  static final int LARGEST_PAGE = 100;
  static final String COLUMNS =
      "select id, process, cooperative, subject, started, ended, outcome, year, number"
          + " from workflow.cases ";
  static final String VISIBLE = "(cooperative = any(:served) or subject = :me)";

  /** What is only a fork or a join on the way. */
  private static final Set<String> SILENT =
      Set.of(
          ActivityTypes.GATEWAY_EXCLUSIVE,
          ActivityTypes.GATEWAY_PARALLEL,
          ActivityTypes.GATEWAY_EVENT_BASED,
          ActivityTypes.SUB_PROCESS);

  /** The end of a step; what an operator does about one tells where too. */
  private static final Set<RecordKind> ENDS = Set.of(RecordKind.COMPLETED, RecordKind.CANCELLED);

  private final JdbcClient sql;
  private final HistoryService history;
  private final Notes notes;
  private final Records records;
  private final FinishedTasks finished;

  Cases(
      JdbcClient sql,
      HistoryService history,
      Notes notes,
      Records records,
      FinishedTasks finished) {
    this.records = records;
    this.finished = finished;
    this.sql = sql;
    this.history = history;
    this.notes = notes;
  }

  /**
   * A root process instance.
   *
   * @param outcome id of the end event reached, absent while open
   * @param subject the person whom it is about
   * @param number as people say it, one of the cooperative and the year: {@code 2026-0042}
   */
  public record Case(
      String id,
      String process,
      CooperativeId cooperative,
      PersonId subject,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String outcome,
      String number) {}

  /**
   * An activity of a case or of a process that it called, oldest first.
   *
   * @param kind as the engine calls it: {@code userTask}, {@code serviceTask} …
   * @param state {@code done}, {@code waiting}, {@code cancelled}
   * @param doneFor whom the actor stood in for
   * @param decision id of the law's decision, where one was made
   * @param record number of its record in the case, absent where it left none yet
   * @param id of this run of the activity
   * @param task id of the user task that it was or is
   * @param called the process instance that it called
   * @param documents digests of what was written in it
   */
  public record Activity(
      String process,
      String instance,
      String activity,
      String kind,
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable PersonId actor,
      @Nullable PersonId doneFor,
      @Nullable String decision,
      @Nullable Long record,
      String id,
      @Nullable String task,
      @Nullable String called,
      List<String> documents) {}

  /** Refused with {@code case-unknown} (NOT_FOUND) for those who may not know of it. */
  public Case find(Caller caller, String caseId) {
    return statement(COLUMNS + "where id = :id and " + VISIBLE, caller)
        .param("id", caseId)
        .query(Cases::read)
        .optional()
        .orElseThrow(() -> new CaseUnknown(caseId));
  }

  public boolean knows(Caller caller, String caseId) {
    return statement("select count(*) from workflow.cases where id = :id and " + VISIBLE, caller)
            .param("id", caseId)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Of many cases at once, for those who know of them. */
  public Map<String, String> numbers(Collection<String> caseIds) {
    return sql
        .sql("select id, year, number from workflow.cases where id = any(:ids)")
        .param("ids", caseIds.toArray(String[]::new))
        .query((row, number) -> Map.entry(row.getString("id"), number(row)))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Those of these cooperatives that have not ended, the oldest first. */
  public List<Case> running(Collection<CooperativeId> of) {
    return sql.sql(COLUMNS + "where cooperative = any(:of) and ended is null order by started, id")
        .param("of", of.stream().map(CooperativeId::value).toArray(UUID[]::new))
        .query(Cases::read)
        .list();
  }

  /** One that has not ended. */
  public Optional<Case> running(String caseId) {
    return sql.sql(COLUMNS + "where id = :id and ended is null")
        .param("id", caseId)
        .query(Cases::read)
        .optional();
  }

  /** For those who know of the case. */
  public String number(String caseId) {
    return sql.sql("select year, number from workflow.cases where id = ?")
        .param(caseId)
        .query((row, number) -> number(row))
        .single();
  }

  /**
   * Where a decision of the law was made.
   *
   * @param number of the case, which says nothing of a person
   * @param known whether the caller may know more of the case
   */
  public record Decided(String caseId, String number, boolean known) {}

  /** By decision; those that were made in no case are left out. */
  public Map<UUID, Decided> ofDecisions(Caller caller, Collection<UUID> decisions) {
    var found = new HashMap<UUID, Decided>();
    statement(
            """
            select decision, id, year, number, %s as known from workflow.step_notes
            join workflow.cases on cases.id = case_id where decision = any(:decisions)
            """
                .formatted(VISIBLE),
            caller)
        .param("decisions", decisions.toArray(UUID[]::new))
        .query(
            row -> {
              found.put(
                  row.getObject("decision", UUID.class),
                  new Decided(row.getString("id"), number(row), row.getBoolean("known")));
            });
    return found;
  }

  /** For those who were allowed to find the case. */
  public List<Activity> activities(String caseId) {
    return activities(caseId, records.of(caseId));
  }

  /** The same for whoever has read the records of the case. */
  public List<Activity> activities(String caseId, List<CaseRecord> series) {
    Map<String, String> decisions = notes.decisions(caseId);
    Map<String, List<String>> documents = notes.documents(caseId);
    Map<String, Deque<Long>> numbers = numbers(series);
    Map<String, PersonId> principals = finished.principals(caseId);
    return history
        .createNativeHistoricActivityInstanceQuery()
        .sql(
            "select * from act_hi_actinst where root_proc_inst_id_ = #{case}"
                + " order by start_time_, sequence_counter_")
        .parameter("case", caseId)
        .list()
        .stream()
        .filter(activity -> !SILENT.contains(activity.getActivityType()))
        .map(activity -> activity(activity, principals, decisions, documents, numbers))
        .toList();
  }

  /** Numbers of the records of each activity, in the order in which it was run. */
  private static Map<String, Deque<Long>> numbers(List<CaseRecord> series) {
    var numbers = new HashMap<String, Deque<Long>>();
    for (CaseRecord it : series) {
      if (ENDS.contains(it.kind()) && it.members().containsKey("activity")) {
        numbers
            .computeIfAbsent(
                it.members().get("instance") + " " + it.members().get("activity"),
                place -> new ArrayDeque<>())
            .add(it.number());
      }
    }
    return numbers;
  }

  private static Activity activity(
      HistoricActivityInstance found,
      Map<String, PersonId> principals,
      Map<String, String> decisions,
      Map<String, List<String>> documents,
      Map<String, Deque<Long>> numbers) {
    String state =
        found.isCanceled() ? "cancelled" : found.getEndTime() == null ? "waiting" : "done";
    @Nullable String assignee = found.getAssignee();
    @Nullable String task = found.getTaskId();
    @Nullable Deque<Long> own =
        found.getEndTime() == null
            ? null
            : numbers.get(found.getProcessInstanceId() + " " + found.getActivityId());
    return new Activity(
        found.getProcessDefinitionKey(),
        found.getProcessInstanceId(),
        found.getActivityId(),
        found.getActivityType(),
        state,
        found.getStartTime().toInstant(),
        found.getEndTime() == null ? null : found.getEndTime().toInstant(),
        assignee == null ? null : PersonId.of(assignee),
        task == null ? null : principals.get(task),
        decisions.getOrDefault(found.getId(), task == null ? null : decisions.get(task)),
        own == null ? null : own.poll(),
        found.getId(),
        task,
        found.getCalledProcessInstanceId(),
        documents.getOrDefault(task == null ? found.getId() : task, List.of()));
  }

  private JdbcClient.StatementSpec statement(String text, Caller caller) {
    return sql.sql(text)
        .param("me", caller.person().value())
        .param("served", caller.served().stream().map(CooperativeId::value).toArray(UUID[]::new));
  }

  static Case read(ResultSet row, int number) throws SQLException {
    @Nullable OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
    return new Case(
        row.getString("id"),
        row.getString("process"),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        new PersonId(row.getObject("subject", UUID.class)),
        row.getObject("started", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getString("outcome"),
        number(row));
  }

  static String number(ResultSet row) throws SQLException {
    return new CaseNumber(row.getInt("year"), row.getInt("number")).toString();
  }
}

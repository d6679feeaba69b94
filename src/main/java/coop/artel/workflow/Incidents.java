package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Steps that failed as often as they are tried and stand still, of all cooperatives, for operators:
 * where and why, and nothing of the person whom the case is about.
 */
@UseCase
public class Incidents {
  private static final int LARGEST_PAGE = 100;

  /** An incident shows in each process above the one that it happened in; only the first counts. */
  private static final String OPEN =
      """
      from act_ru_incident incident
        join act_ru_execution run on run.id_ = incident.proc_inst_id_
        join act_re_procdef process on process.id_ = incident.proc_def_id_
        join workflow.cases on cases.id = run.root_proc_inst_id_
        join act_ru_job job on job.id_ = incident.configuration_
      where incident.incident_type_ = 'failedJob'
        and incident.root_cause_incident_id_ = incident.id_
      """;

  private static final String COLUMNS =
      """
      select incident.id_ as id, job.id_ as job, cases.id as case_id, cases.year, cases.number,
        cases.cooperative, process.key_ as process, incident.proc_inst_id_ as instance,
        coalesce(incident.failed_activity_id_, incident.activity_id_) as activity,
        incident.incident_timestamp_ as since, job.exception_msg_ as failure,
        (select count(*) from act_hi_job_log attempt
          where attempt.process_instance_id_ = incident.proc_inst_id_
            and attempt.job_id_ = job.id_ and attempt.job_state_ = 1) as attempts
      """;

  private final JdbcClient sql;
  private final ProcessEngine engine;
  private final Records records;
  private final LegalClock clock;

  Incidents(JdbcClient sql, ProcessEngine engine, Records records, LegalClock clock) {
    this.sql = sql;
    this.engine = engine;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A step that stands still.
   *
   * @param id of this standstill: a step that fails again later stands under another
   * @param job under which the service's system log tells the whole failure
   * @param attempts how often it was tried and failed, over all rounds
   */
  public record Incident(
      String id,
      String job,
      String caseId,
      String caseNumber,
      CooperativeId cooperative,
      String process,
      String instance,
      String activity,
      Instant since,
      long attempts,
      Failure failure) {}

  /** How much stands still, and since when the first of it. */
  record Standing(long many, @Nullable Instant oldest) {}

  /** Oldest first; at most 100. */
  public List<Incident> list(Caller caller, int offset, int limit) {
    demandOperator(caller);
    return sql.sql(COLUMNS + OPEN + " order by since, id offset :offset limit :limit")
        .param("offset", Math.max(offset, 0))
        .param("limit", Math.min(Math.max(limit, 1), LARGEST_PAGE))
        .query(Incidents::read)
        .list();
  }

  public long count(Caller caller) {
    demandOperator(caller);
    return standing().many();
  }

  /** Which of these stand still yet; for others than operators none. */
  public Set<String> open(Caller caller, Collection<String> ids) {
    if (!caller.roles().contains(PlatformRole.OPERATOR)) {
      return Set.of();
    }
    return Set.copyOf(
        sql.sql("select incident.id_ " + OPEN + " and incident.id_ = any(:ids)")
            .param("ids", ids.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /**
   * Lets the step be tried again, as often as at first, and records who did so in the case. Refused
   * with {@code incident-gone} if it does not stand still any more, with {@code incident-unknown}
   * (NOT_FOUND) if it never did.
   */
  public Incident retry(Caller caller, UUID id) {
    demandOperator(caller);
    var incident = find(id);
    demandStill(incident);
    engine
        .getManagementService()
        .setJobRetries(engine.getProcessEngineConfiguration().getDefaultNumberOfRetries())
        .jobId(incident.job())
        .dueDate(Date.from(clock.now()))
        .execute();
    records.append(incident.caseId(), List.of(retried(caller, incident)));
    return incident;
  }

  private Incident find(UUID id) {
    return sql.sql(COLUMNS + OPEN + " and incident.id_ = :id")
        .param("id", id.toString())
        .query(Incidents::read)
        .optional()
        .orElseThrow(() -> once(id) ? new IncidentGone() : new IncidentUnknown());
  }

  private boolean once(UUID id) {
    return sql.sql("select count(*) from act_hi_incident where id_ = ?")
            .param(id.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Of two operators one is first; the other waits here, and finds it tried already. */
  private void demandStill(Incident incident) {
    if (sql.sql("select id_ from act_ru_job where id_ = ? and retries_ = 0 for update")
        .param(incident.job())
        .query(String.class)
        .optional()
        .isEmpty()) {
      throw new IncidentGone();
    }
  }

  private static Happening retried(Caller caller, Incident incident) {
    var happening =
        Happening.of(RecordKind.RETRIED)
            .by(caller.person())
            .with("process", incident.process())
            .with("instance", incident.instance())
            .with("activity", incident.activity())
            .with("attempts", incident.attempts())
            .with("failure", incident.failure().exception());
    @Nullable String code = incident.failure().code();
    return code == null ? happening : happening.with("code", code);
  }

  Standing standing() {
    return sql.sql("select count(*) as many, min(incident.incident_timestamp_) as oldest " + OPEN)
        .query(
            (row, number) -> {
              var oldest = row.getTimestamp("oldest");
              return new Standing(row.getLong("many"), oldest == null ? null : oldest.toInstant());
            })
        .single();
  }

  private static void demandOperator(Caller caller) {
    if (!caller.roles().contains(PlatformRole.OPERATOR)) {
      throw new NotAllowed();
    }
  }

  private static Incident read(ResultSet row, int number) throws SQLException {
    return new Incident(
        row.getString("id"),
        row.getString("job"),
        row.getString("case_id"),
        Cases.number(row),
        new CooperativeId(row.getObject("cooperative", UUID.class)),
        row.getString("process"),
        row.getString("instance"),
        row.getString("activity"),
        row.getTimestamp("since").toInstant(),
        row.getLong("attempts"),
        Failure.read(row.getString("failure")));
  }
}

package coop.artel.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.values.CooperativeId;
import coop.artel.values.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The models that a case runs by and where it has come to a stop; for those who were allowed to
 * find the case.
 */
@UseCase
public class CaseModels {
  private final HistoryService history;
  private final RepositoryService repository;
  private final JdbcClient sql;

  CaseModels(HistoryService history, RepositoryService repository, JdbcClient sql) {
    this.history = history;
    this.repository = repository;
    this.sql = sql;
  }

  /**
   * A process instance of a case: the root, or one that was called.
   *
   * @param model the version of the process that this instance runs by
   * @param parent the instance that called it, absent for the root
   */
  public record Instance(String id, String process, String model, @Nullable String parent) {}

  /** A step that failed again and again and waits for somebody to look after it. */
  public record Incident(String process, String instance, String activity, Instant since) {}

  /** Whether a process can be started, by the key that its model gives it. */
  public boolean published(String process) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(process).count() > 0;
  }

  /** Oldest first: the root, then what it called. */
  public List<Instance> instances(String caseId) {
    return history
        .createNativeHistoricProcessInstanceQuery()
        .sql(
            "select * from act_hi_procinst where root_proc_inst_id_ = #{case}"
                + " order by start_time_, super_process_instance_id_ nulls first, id_")
        .parameter("case", caseId)
        .list()
        .stream()
        .map(
            it ->
                new Instance(
                    it.getId(),
                    it.getProcessDefinitionKey(),
                    it.getProcessDefinitionId(),
                    it.getSuperProcessInstanceId()))
        .toList();
  }

  /** Gateways and the like, by instance: no steps of their own, but the way led through them. */
  public Map<String, List<String>> passed(String caseId) {
    return history
        .createNativeHistoricActivityInstanceQuery()
        .sql(
            "select * from act_hi_actinst where root_proc_inst_id_ = #{case}"
                + " and act_type_ like '%Gateway' and end_time_ is not null"
                + " order by start_time_, sequence_counter_")
        .parameter("case", caseId)
        .list()
        .stream()
        .filter(it -> !it.isCanceled())
        .collect(
            Collectors.groupingBy(
                HistoricActivityInstance::getProcessInstanceId,
                Collectors.collectingAndThen(
                    Collectors.mapping(HistoricActivityInstance::getActivityId, Collectors.toSet()),
                    ids -> ids.stream().sorted().toList())));
  }

  public List<Incident> incidents(String caseId) {
    return sql.sql(
            """
            select d.key_, i.proc_inst_id_, i.activity_id_, min(i.incident_timestamp_) as since
            from act_ru_incident i
              join act_ru_execution e on e.id_ = i.proc_inst_id_
              join act_re_procdef d on d.id_ = i.proc_def_id_
            where e.root_proc_inst_id_ = ? and i.activity_id_ is not null
            group by d.key_, i.proc_inst_id_, i.activity_id_ order by since
            """)
        .param(caseId)
        .query(
            (row, number) ->
                new Incident(
                    row.getString("key_"),
                    row.getString("proc_inst_id_"),
                    row.getString("activity_id_"),
                    row.getTimestamp("since").toInstant()))
        .list();
  }

  /** Open cases of a cooperative in which the service is about to take one of these steps. */
  public Set<String> about(CooperativeId cooperative, Set<String> steps) {
    return Set.copyOf(
        sql.sql(
                """
                select distinct cases.id
                from act_ru_job job
                  join act_ru_execution run on run.id_ = job.execution_id_
                  join workflow.cases on cases.id = run.root_proc_inst_id_
                where cases.cooperative = :cooperative and cases.ended is null
                  and run.act_id_ = any(:steps) and job.type_ = 'message' and job.retries_ > 0
                """)
            .param("cooperative", cooperative.value())
            .param("steps", steps.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** The BPMN file of a version, as it was deployed. */
  public String xml(String model) {
    try (var stream = repository.getProcessModel(model)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

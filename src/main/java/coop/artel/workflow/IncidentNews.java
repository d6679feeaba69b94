package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells of a step that has failed for good, in the transaction that gives it up. */
final class IncidentNews extends DefaultIncidentHandler {
  private final JdbcClient sql;
  private final ApplicationEventPublisher news;

  IncidentNews(JdbcClient sql, ApplicationEventPublisher news) {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
    this.sql = sql;
    this.news = news;
  }

  @Override
  public Incident handleIncident(IncidentContext context, @Nullable String message) {
    var incident = super.handleIncident(context, message);
    @Nullable String execution = context.getExecutionId();
    if (execution != null) {
      var caseId =
          Context.getCommandContext()
              .getExecutionManager()
              .findExecutionById(execution)
              .getRootProcessInstanceId();
      var activity =
          Objects.requireNonNullElse(context.getFailedActivityId(), context.getActivityId());
      sql.sql("select cooperative from workflow.cases where id = ?")
          .param(caseId)
          .query(UUID.class)
          .optional()
          .map(CooperativeId::new)
          .ifPresent(
              it -> news.publishEvent(new StepFailed(incident.getId(), caseId, activity, it)));
    }
    return incident;
  }
}

package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps our own table of open tasks in step with the engine, in the engine's transaction. */
final class TaskListing extends AbstractBpmnParseListener implements TaskListener {
  private final JdbcClient sql;
  private final ApplicationEventPublisher news;

  TaskListing(JdbcClient sql, ApplicationEventPublisher news) {
    this.sql = sql;
    this.news = news;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.addBuiltInTaskListener(EVENTNAME_CREATE, this);
    task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, this);
    task.addBuiltInTaskListener(EVENTNAME_UPDATE, this);
    task.addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
    task.addBuiltInTaskListener(EVENTNAME_DELETE, this);
  }

  @Override
  public void notify(DelegateTask task) {
    switch (task.getEventName()) {
      case EVENTNAME_CREATE -> add((TaskEntity) task);
      case EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE -> reassign(task);
      case EVENTNAME_COMPLETE -> {
        remove(task);
        finish((TaskEntity) task);
      }
      default -> remove(task);
    }
  }

  private void add(TaskEntity task) {
    String[] groups =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(group -> group != null)
            .sorted()
            .toArray(String[]::new);
    sql.sql(
            """
            insert into workflow.tasks (id, case_id, process, activity, deployment, execution,
              cooperative, assignee, groups, created, due)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            task.getId(),
            task.getExecution().getRootProcessInstanceId(),
            task.getProcessDefinition().getKey(),
            task.getTaskDefinitionKey(),
            task.getProcessDefinition().getDeploymentId(),
            task.getExecutionId(),
            cooperative(task),
            person(task),
            groups,
            OffsetDateTime.ofInstant(task.getCreateTime().toInstant(), ZoneOffset.UTC),
            due(task))
        .update();
    news.publishEvent(
        new TaskOpened(
            task.getId(),
            task.getExecution().getRootProcessInstanceId(),
            task.getTaskDefinitionKey(),
            new CooperativeId(cooperative(task)),
            Set.of(groups)));
  }

  private void reassign(DelegateTask task) {
    sql.sql("update workflow.tasks set assignee = ?, due = ? where id = ?")
        .params(person(task), due(task), task.getId())
        .update();
  }

  private void remove(DelegateTask task) {
    sql.sql("delete from workflow.tasks where id = ?").param(task.getId()).update();
  }

  private static void finish(TaskEntity task) {
    Recording.current()
        .finished(
            new Recording.Finished(
                task.getId(),
                task.getExecution().getRootProcessInstanceId(),
                task.getTaskDefinitionKey(),
                cooperative(task),
                person(task)));
  }

  private static UUID cooperative(DelegateTask task) {
    String name = WorkflowVariables.COOPERATIVE.name();
    return CooperativeId.of((String) task.getVariable(name)).value();
  }

  private static @Nullable UUID person(DelegateTask task) {
    return task.getAssignee() == null ? null : UUID.fromString(task.getAssignee());
  }

  /** The engine keeps a due day as midnight of the machine's own zone. */
  private static @Nullable Date due(DelegateTask task) {
    return task.getDueDate() == null
        ? null
        : Date.valueOf(LocalDate.ofInstant(task.getDueDate().toInstant(), ZoneId.systemDefault()));
  }
}

package coop.artel.workflow;

import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps our own table of open tasks in step with the engine, in the engine's transaction. */
final class TaskListing extends AbstractBpmnParseListener {
  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  private final JdbcClient sql;
  private final ApplicationEventPublisher news;

  TaskListing(JdbcClient sql, ApplicationEventPublisher news) {
    this.sql = sql;
    this.news = news;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    var listener = new Guarded(guard(element));
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, listener);
  }

  /** The question that the model names at a task, as {@link ModelCheck} lets it. */
  private static @Nullable String guard(Element task) {
    return Stream.ofNullable(task.element("extensionElements"))
        .flatMap(it -> Stream.ofNullable(it.elementNS(CAMUNDA, "properties")))
        .flatMap(it -> it.elementsNS(CAMUNDA, "property").stream())
        .filter(property -> ModelCheck.GUARD.equals(property.attribute("name")))
        .map(property -> property.attribute("value"))
        .findFirst()
        .orElse(null);
  }

  /** The tasks of one user task of a model. */
  private final class Guarded implements TaskListener {
    private final @Nullable String guard;

    Guarded(@Nullable String guard) {
      this.guard = guard;
    }

    @Override
    public void notify(DelegateTask task) {
      switch (task.getEventName()) {
        case EVENTNAME_CREATE -> add((TaskEntity) task, guard);
        case EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE -> reassign(task);
        case EVENTNAME_COMPLETE -> {
          leave(task);
          finish((TaskEntity) task);
        }
        default -> leave(task);
      }
    }

    private void leave(DelegateTask task) {
      remove(task);
      if (guard != null) {
        news.publishEvent(new GuardedTaskGone(task.getId()));
      }
    }
  }

  private void add(TaskEntity task, @Nullable String guard) {
    String[] groups =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(group -> group != null)
            .sorted()
            .toArray(String[]::new);
    sql.sql(
            """
            insert into workflow.tasks (id, case_id, process, activity, deployment, execution,
              cooperative, assignee, groups, created, due, guard)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            due(task),
            guard)
        .update();
    news.publishEvent(
        new TaskOpened(
            task.getId(),
            task.getExecution().getRootProcessInstanceId(),
            task.getTaskDefinitionKey(),
            new CooperativeId(cooperative(task)),
            Set.of(groups),
            PersonId.orNull(person(task))));
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

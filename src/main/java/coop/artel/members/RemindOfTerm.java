package coop.artel.members;

import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskPressed;
import coop.artel.workflow.Tasks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The term of the decision comes near before the council has the question: whoever has a task in
 * the case is told. The council is reminded by its own process, applicants by theirs.
 */
@Component
class RemindOfTerm implements Step {
  private final Dossiers dossiers;
  private final Tasks tasks;
  private final ApplicationEventPublisher events;

  RemindOfTerm(Dossiers dossiers, Tasks tasks, ApplicationEventPublisher events) {
    this.dossiers = dossiers;
    this.tasks = tasks;
    this.events = events;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    if (dossier.question() != null || dossier.status().awaitsApplicant()) {
      return;
    }
    for (Task task : tasks.ofCase(run.caseId())) {
      events.publishEvent(
          new TaskPressed(
              task.id(),
              task.caseId(),
              task.activity(),
              task.cooperative(),
              task.groups(),
              task.assignee()));
    }
  }
}

package coop.artel.desk;

import coop.artel.access.Caller;
import coop.artel.registry.Cooperative;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import java.util.Collections;
import org.springframework.stereotype.Component;

/** Makes lines of tasks. */
@Component
class TaskRows {
  private final Cases cases;
  private final Names names;
  private final LegalClock clock;

  TaskRows(Cases cases, Names names, LegalClock clock) {
    this.cases = cases;
    this.names = names;
    this.clock = clock;
  }

  TaskRow of(Task task, Caller caller, Wording wording) {
    var cooperative = names.cooperative(task.cooperative());
    return row(task, caller, cooperative, cases.find(caller, task.caseId()), wording);
  }

  private TaskRow row(
      Task task, Caller caller, Cooperative cooperative, Cases.Case it, Wording wording) {
    var today = clock.today(cooperative.zone());
    var due = task.due();
    return new TaskRow(
        task.id(),
        task.activity(),
        title(task.activity(), wording),
        task.caseId(),
        it.number(),
        names.person(it.subject(), wording),
        cooperative.shortName(),
        due == null ? null : wording.date(due),
        due == null ? null : wording.away(due, today),
        task.overdue(),
        today.equals(due),
        names.personOrNull(task.assignee(), wording),
        caller.person().equals(task.assignee()),
        task.assignee() == null && !Collections.disjoint(caller.groups(), task.groups()));
  }

  static String title(String activity, Wording wording) {
    return wording.sayOr("activity." + activity, activity);
  }
}

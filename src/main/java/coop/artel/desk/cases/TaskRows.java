package coop.artel.desk.cases;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Wording;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.Assignments;
import coop.artel.workflow.Cases;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskFinder.Found;
import coop.artel.workflow.Tasks;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes lines of tasks. */
@Component
public class TaskRows {
  private final Cases cases;
  private final Tasks tasks;
  private final Names names;
  private final Refusals refusals;
  private final LegalClock clock;

  TaskRows(Cases cases, Tasks tasks, Names names, Refusals refusals, LegalClock clock) {
    this.cases = cases;
    this.tasks = tasks;
    this.names = names;
    this.refusals = refusals;
    this.clock = clock;
  }

  public TaskRow of(Task task, Caller caller, Wording wording) {
    var it = cases.find(caller, task.caseId());
    return of(List.of(new Found(task, it.subject(), it.number())), caller, wording).get(0);
  }

  /** Many lines, with all their names read at once. */
  public List<TaskRow> of(List<Found> found, Caller caller, Wording wording) {
    var persons =
        names.persons(
            found.stream()
                .flatMap(it -> Stream.of(it.subject(), it.task().assignee()))
                .filter(Objects::nonNull)
                .toList(),
            wording);
    var cooperatives = new HashMap<CooperativeId, Cooperative>();
    return found.stream()
        .map(
            it ->
                row(
                    it,
                    caller,
                    cooperatives.computeIfAbsent(it.task().cooperative(), names::cooperative),
                    persons,
                    wording))
        .toList();
  }

  private TaskRow row(
      Found found,
      Caller caller,
      Cooperative cooperative,
      Map<PersonId, String> persons,
      Wording wording) {
    var task = found.task();
    var today = clock.today(cooperative.zone());
    var due = task.due();
    var holder = task.assignee();
    var mine = caller.person().equals(holder);
    var theirs = !Collections.disjoint(caller.groups(), task.groups());
    var free = holder == null && theirs;
    var barred = free ? tasks.barred(caller, task).orElse(null) : null;
    return new TaskRow(
        task.id(),
        task.activity(),
        title(task.activity(), wording),
        task.caseId(),
        found.number(),
        persons.getOrDefault(found.subject(), ""),
        cooperative.shortName(),
        due == null ? null : wording.date(due),
        due == null ? null : wording.away(due, today),
        task.overdue(),
        today.equals(due),
        holder == null ? null : persons.get(holder),
        mine,
        mine && !task.groups().isEmpty(),
        free && barred == null,
        barred == null ? null : refusals.sentence(barred, wording),
        theirs || mine && task.groups().isEmpty(),
        !task.groups().isEmpty() && leads(caller, task.cooperative()),
        caller.principal(task.groups()).map(it -> names.person(it, wording)).orElse(null),
        Assignments.isPrincipals(caller, task.groups(), holder));
  }

  /** Gives out tasks there. */
  public static boolean leads(Caller caller, CooperativeId cooperative) {
    return caller.holds(cooperative, Office.CHAIR) || caller.holds(cooperative, Office.SECRETARY);
  }

  public static String title(String activity, Wording wording) {
    return wording.sayOr("activity." + activity, activity);
  }
}

package coop.artel.desk.tasks;

import coop.artel.desk.cases.TaskRows;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.values.PersonId;
import coop.artel.workflow.Assignments;
import coop.artel.workflow.CommentMalformed;
import coop.artel.workflow.TaskFinder;
import coop.artel.workflow.Tasks.View;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a task changes hands: the chair or a secretary gives it, a deputy takes it over. */
@Page
class AssignmentPage {
  private final Visitor visitor;
  private final Assignments assignments;
  private final TaskFinder finder;
  private final TaskRows rows;
  private final Names names;
  private final Refusals refusals;
  private final WordingSource wordings;

  AssignmentPage(
      Visitor visitor,
      Assignments assignments,
      TaskFinder finder,
      TaskRows rows,
      Names names,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.assignments = assignments;
    this.finder = finder;
    this.rows = rows;
    this.names = names;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** Somebody who may do the task. */
  record Candidate(String id, String name, boolean holds) {}

  /**
   * A giving out, in words.
   *
   * @param reason of a deputy who took it over
   */
  record Given(String person, String by, String at, @Nullable String reason) {}

  @GetMapping("/tasks/{id}/assignment")
  String show(@PathVariable String id, Model model) {
    var caller = visitor.caller();
    var wording = wordings.current();
    var found = finder.find(caller, View.TEAM, id).orElseThrow(NotServed::new);
    var candidates = assignments.candidates(caller, id);
    var persons = names.persons(candidates, wording);
    model.addAttribute("task", rows.of(List.of(found), caller, wording).get(0));
    model.addAttribute(
        "candidates",
        candidates.stream()
            .map(
                it ->
                    new Candidate(
                        it.toString(),
                        persons.getOrDefault(it, ""),
                        it.equals(found.task().assignee())))
            .sorted(Comparator.comparing(Candidate::name))
            .toList());
    var zone = names.cooperative(found.task().cooperative()).zone();
    model.addAttribute(
        "given",
        assignments.of(caller, id).stream()
            .map(
                it ->
                    new Given(
                        names.person(it.person(), wording),
                        names.acting(it.assignedBy(), it.assignedFor(), wording),
                        wording.moment(it.at(), zone),
                        it.reason()))
            .toList());
    return "tasks/assignment";
  }

  @PostMapping("/tasks/{id}/assignment")
  String assign(@PathVariable String id, @RequestParam UUID person, RedirectAttributes next) {
    var to = new PersonId(person);
    assignments.assign(visitor.caller(), id, to);
    next.addFlashAttribute("assigned", names.person(to, wordings.current()));
    return "redirect:/tasks?view=team";
  }

  /** A reason that cannot be taken stands in its field again, with what is wrong about it. */
  @PostMapping("/tasks/{id}/take-over")
  String takeOver(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    try {
      assignments.takeOver(visitor.caller(), id, reason);
    } catch (CommentMalformed refusal) {
      next.addFlashAttribute("takeOverReason", reason);
      next.addFlashAttribute("takeOverRefused", refusals.sentence(refusal, wordings.current()));
    }
    return "redirect:/tasks/" + id;
  }
}

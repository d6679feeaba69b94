package coop.artel.desk;

import coop.artel.access.Caller;
import coop.artel.workflow.Tasks;
import coop.artel.workflow.Tasks.View;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that staff work from. */
@Page
class TasksPage {
  private static final int LINES = 50;

  private final Visitor visitor;
  private final Tasks tasks;
  private final TaskRows rows;
  private final QuestionViews questions;
  private final DeedViews deeds;
  private final WordingSource wordings;

  TasksPage(
      Visitor visitor,
      Tasks tasks,
      TaskRows rows,
      QuestionViews questions,
      DeedViews deeds,
      WordingSource wordings) {
    this.visitor = visitor;
    this.tasks = tasks;
    this.rows = rows;
    this.questions = questions;
    this.deeds = deeds;
    this.wordings = wordings;
  }

  /** A part of the list with the number of tasks in it. */
  record Tab(String view, long count, boolean current) {}

  @GetMapping("/tasks")
  String list(
      @RequestParam(defaultValue = "mine") String view,
      @RequestParam(defaultValue = "0") int offset,
      Model model) {
    var caller = visitor.caller();
    var chosen = view(view);
    var paging = new Paging(offset, LINES);
    var tabs = tabs(caller, chosen);
    var total = tabs.stream().filter(Tab::current).mapToLong(Tab::count).sum();
    var wording = wordings.current();
    model.addAttribute("tabs", tabs);
    model.addAttribute("view", view);
    model.addAttribute("total", total);
    model.addAttribute(
        "rows",
        tasks.list(caller, chosen, paging.offset(), LINES).stream()
            .map(task -> rows.of(task, caller, wording))
            .toList());
    model.addAttribute("earlier", offset == 0 ? null : Math.max(0, offset - LINES));
    model.addAttribute("later", offset + LINES < total ? offset + LINES : null);
    model.addAttribute("questions", questions.openFor(caller, wording));
    model.addAttribute("deeds", deeds.open(caller, wording));
    return "tasks/list";
  }

  @PostMapping("/tasks/{id}/claim")
  String claim(@PathVariable String id, @RequestParam(defaultValue = "") String view) {
    tasks.claim(visitor.caller(), id);
    return back(id, view);
  }

  @PostMapping("/tasks/{id}/release")
  String release(@PathVariable String id, @RequestParam(defaultValue = "") String view) {
    tasks.release(visitor.caller(), id);
    return back(id, view);
  }

  private static String back(String id, String view) {
    return view.isEmpty()
        ? "redirect:/tasks/" + id
        : "redirect:/tasks?view=" + view(view).name().toLowerCase(Locale.ROOT);
  }

  private List<Tab> tabs(Caller caller, View chosen) {
    return Arrays.stream(View.values())
        .map(
            view ->
                new Tab(
                    view.name().toLowerCase(Locale.ROOT),
                    tasks.count(caller, view),
                    view == chosen))
        .toList();
  }

  static View view(String name) {
    return Arrays.stream(View.values())
        .filter(view -> view.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new BadParameter("view"));
  }
}

package coop.artel.desk.tasks;

import coop.artel.access.Caller;
import coop.artel.desk.cases.TaskRows;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Pages;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.desk.govern.DeedViews;
import coop.artel.workflow.Overview;
import coop.artel.workflow.SavedViews;
import coop.artel.workflow.TaskFinder;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list that staff work from. */
@Page
class TasksPage {
  private static final int LINES = 50;

  private final Visitor visitor;
  private final Tasks tasks;
  private final TaskFinder finder;
  private final TaskSearch search;
  private final TaskRows rows;
  private final SavedViews saved;
  private final Names names;
  private final QuestionViews questions;
  private final DeedViews deeds;
  private final Reminders reminders;
  private final Refusals refusals;
  private final WordingSource wordings;

  TasksPage(
      Visitor visitor,
      Tasks tasks,
      TaskFinder finder,
      TaskSearch search,
      TaskRows rows,
      SavedViews saved,
      Names names,
      QuestionViews questions,
      DeedViews deeds,
      Reminders reminders,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.tasks = tasks;
    this.finder = finder;
    this.search = search;
    this.rows = rows;
    this.saved = saved;
    this.names = names;
    this.questions = questions;
    this.deeds = deeds;
    this.reminders = reminders;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** A part of the list with the number of tasks in it. */
  record Tab(String view, long count, boolean current, String link) {}

  /** What became of one of several tasks that somebody took. */
  record Taken(String title, boolean good, String words) {}

  @GetMapping("/tasks")
  String list(TaskQuery query, @RequestParam(defaultValue = "0") int offset, Model model) {
    var caller = visitor.caller();
    var chosen = query.chosen();
    var paging = new Paging(offset, LINES);
    var wording = wordings.current();
    var asked = search.understand(caller, query, wording);
    var tabs = tabs(caller, query, asked.overview());
    var total =
        asked.filter().isEmpty()
            ? tabs.stream().filter(Tab::current).mapToLong(Tab::count).sum()
            : finder.count(caller, chosen, asked.filter());
    model.addAttribute("tabs", tabs);
    model.addAttribute("query", query);
    model.addAttribute("view", chosen.name().toLowerCase(Locale.ROOT));
    model.addAttribute(
        "rows",
        rows.of(
            finder.list(caller, chosen, asked.filter(), paging.offset(), LINES), caller, wording));
    model.addAttribute("choices", TaskChoices.of(query, asked.facets(), names, wording));
    model.addAttribute("pages", Pages.of("/tasks", query.link(), offset, LINES, total));
    model.addAttribute("saved", saved.of(caller, SavedViews.Listing.TASKS));
    model.addAttribute("questions", questions.openFor(caller, wording));
    model.addAttribute("deeds", deeds.open(caller, wording));
    model.addAttribute("unready", reminders.of(caller, wording));
    model.addAttribute("officeless", caller.offices().isEmpty() && caller.roles().isEmpty());
    model.addAttribute("free", asked.overview().count(View.GROUPS));
    return "tasks/list";
  }

  @PostMapping("/tasks/{id}/claim")
  String claim(@PathVariable String id, TaskQuery query) {
    tasks.claim(visitor.caller(), id);
    return back(id, query);
  }

  @PostMapping("/tasks/{id}/release")
  String release(@PathVariable String id, TaskQuery query) {
    tasks.release(visitor.caller(), id);
    return back(id, query);
  }

  /** Takes all that are ticked, and says of each what became of it. */
  @PostMapping("/tasks/claims")
  String claimAll(
      @RequestParam(defaultValue = "") List<String> task,
      TaskQuery query,
      RedirectAttributes next) {
    if (task.size() > LINES) {
      throw new BadParameter("task");
    }
    var caller = visitor.caller();
    var wording = wordings.current();
    next.addFlashAttribute(
        "taken",
        tasks.claimAll(caller, task).stream().map(it -> taken(it, caller, wording)).toList());
    return "redirect:/tasks?" + query.link();
  }

  private Taken taken(Tasks.Claimed claimed, Caller caller, Wording wording) {
    var refusal = claimed.refusal();
    var title =
        finder
            .find(caller, View.ALL, claimed.task())
            .map(found -> rows.of(List.of(found), caller, wording).get(0))
            .map(row -> row.title() + ", " + row.subject())
            .orElseGet(() -> wording.say("tasks.gone"));
    return new Taken(
        title,
        refusal == null,
        refusal == null ? wording.say("tasks.taken") : refusals.sentence(refusal, wording));
  }

  private static String back(String id, TaskQuery query) {
    return query.view() == null ? "redirect:/tasks/" + id : "redirect:/tasks?" + query.link();
  }

  private static List<Tab> tabs(Caller caller, TaskQuery query, Overview overview) {
    var leads = caller.offices().keySet().stream().anyMatch(it -> TaskRows.leads(caller, it));
    return Arrays.stream(View.values())
        .filter(view -> view != View.TEAM || leads)
        .map(view -> tab(view, overview.count(view), query))
        .toList();
  }

  private static Tab tab(View view, long count, TaskQuery query) {
    var name = view.name().toLowerCase(Locale.ROOT);
    return new Tab(name, count, view == query.chosen(), query.linkTo(name));
  }
}

package coop.artel.desk.tasks;

import coop.artel.desk.cases.CaseQuery;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.workflow.SavedViewRefused;
import coop.artel.workflow.SavedViews;
import coop.artel.workflow.SavedViews.Listing;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names what is looked for among tasks and cases, and keeps it for its reader. */
@Page
class SavedViewsPage {
  private final Visitor visitor;
  private final SavedViews views;
  private final Refusals refusals;
  private final WordingSource wordings;

  SavedViewsPage(Visitor visitor, SavedViews views, Refusals refusals, WordingSource wordings) {
    this.visitor = visitor;
    this.views = views;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/views")
  String list(Model model) {
    var all = views.of(visitor.caller());
    model.addAttribute("all", all);
    return "views";
  }

  @PostMapping("/tasks/views")
  String keepTasks(
      @RequestParam(defaultValue = "") String name, TaskQuery query, RedirectAttributes next) {
    query.chosen();
    return keep(Listing.TASKS, name, query.link(), next);
  }

  @PostMapping("/cases/views")
  String keepCases(
      @RequestParam(defaultValue = "") String name, CaseQuery query, RedirectAttributes next) {
    var link = query.link();
    return keep(Listing.CASES, name, link.isEmpty() ? "" : link.substring(1), next);
  }

  @PostMapping("/views/{id}/name")
  String rename(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      RedirectAttributes next) {
    var caller = visitor.caller();
    try {
      views.rename(caller, id, name);
    } catch (SavedViewRefused refusal) {
      if (refusal.kind() == SavedViewRefused.Kind.NOT_FOUND) {
        throw refusal;
      }
      tell(refusal, next);
      next.addFlashAttribute("wrong", id);
    }
    return "redirect:/views";
  }

  @PostMapping("/views/{id}/removal")
  String remove(@PathVariable UUID id) {
    views.remove(visitor.caller(), id);
    return "redirect:/views";
  }

  private String keep(Listing listing, String name, String query, RedirectAttributes next) {
    try {
      views.keep(visitor.caller(), listing, name, query);
    } catch (SavedViewRefused refusal) {
      next.addFlashAttribute("viewName", name.length() > 200 ? "" : name);
      tell(refusal, next);
    }
    return "redirect:/" + listing.id() + "?" + query;
  }

  private void tell(SavedViewRefused refusal, RedirectAttributes next) {
    next.addFlashAttribute("viewError", refusals.sentence(refusal, wordings.current()));
  }
}

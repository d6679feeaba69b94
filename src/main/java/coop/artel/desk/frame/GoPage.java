package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.workflow.CaseFilter;
import coop.artel.workflow.CaseSearch;
import coop.artel.workflow.TaskFinder;
import coop.artel.workflow.Tasks.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goes straight to what somebody has the number or the id of, else to the list that holds it. */
@Page
class GoPage {
  private final Visitor visitor;
  private final Destinations destinations;

  GoPage(Visitor visitor, Destinations destinations) {
    this.visitor = visitor;
    this.destinations = destinations;
  }

  @GetMapping("/go")
  String go(
      @RequestParam(required = false) @Nullable String q, RedirectAttributes next, Model model) {
    if (q == null || q.isBlank()) {
      visitor.caller();
      return "go";
    }
    var found = destinations.of(visitor.caller(), q.strip());
    if (found.isPresent()) {
      return "redirect:" + found.get();
    }
    next.addAttribute("view", "all");
    next.addAttribute("q", q.strip());
    return "redirect:/tasks";
  }

  /** Where a number or an id leads. */
  @Component
  static class Destinations {
    private final TaskFinder finder;
    private final CaseSearch cases;

    Destinations(TaskFinder finder, CaseSearch cases) {
      this.finder = finder;
      this.cases = cases;
    }

    Optional<String> of(Caller caller, String typed) {
      if (finder.find(caller, View.ALL, typed).isPresent()) {
        return Optional.of("/tasks/" + typed);
      }
      if (typed.chars().noneMatch(Character::isDigit)) {
        return Optional.empty();
      }
      var found = cases.list(caller, CaseFilter.of(typed), 0, 2);
      return found.size() == 1 ? Optional.of("/cases/" + found.get(0).id()) : Optional.empty();
    }
  }
}

package coop.artel.desk.govern;

import coop.artel.desk.frame.OperatorOnly;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Pages;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.workflow.IncidentGone;
import coop.artel.workflow.Incidents;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that stand still, and letting them be tried again. */
@Page
class IncidentsPage {
  private static final int LINES = 50;

  private final Visitor visitor;
  private final Incidents incidents;
  private final IncidentViews views;
  private final Refusals refusals;
  private final WordingSource wordings;

  IncidentsPage(
      Visitor visitor,
      Incidents incidents,
      IncidentViews views,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.incidents = incidents;
    this.views = views;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/incidents")
  String list(@RequestParam(defaultValue = "0") int offset, Model model) {
    var caller = visitor.caller();
    OperatorOnly.check(caller);
    var wording = wordings.current();
    var paging = new Paging(offset, LINES);
    model.addAttribute(
        "rows",
        incidents.list(caller, paging.offset(), LINES).stream()
            .map(it -> views.of(it, caller, wording))
            .toList());
    model.addAttribute(
        "pages", Pages.of("/incidents", "", paging.offset(), LINES, incidents.count(caller)));
    return "incidents/list";
  }

  @PostMapping("/incidents/{id}/retry")
  String retry(
      @PathVariable UUID id, HttpServletResponse response, RedirectAttributes next, Model model) {
    var caller = visitor.caller();
    OperatorOnly.check(caller);
    var wording = wordings.current();
    try {
      var tried = incidents.retry(caller, id);
      next.addFlashAttribute("tried", IncidentViews.title(tried, wording));
      next.addFlashAttribute("triedCase", tried.caseNumber());
      return "redirect:/incidents";
    } catch (IncidentGone gone) {
      response.setStatus(Problems.status(gone).value());
      model.addAttribute("refused", refusals.sentence(gone, wording));
      return list(0, model);
    }
  }

  /** Those that were on the page; what somebody else has taken up since is left as it is. */
  @PostMapping("/incidents/retries")
  String retryAll(
      @RequestParam(name = "id", defaultValue = "") List<UUID> ids, RedirectAttributes next) {
    var caller = visitor.caller();
    OperatorOnly.check(caller);
    long tried = 0;
    for (UUID id : ids) {
      try {
        incidents.retry(caller, id);
        tried++;
      } catch (IncidentGone gone) {
        // Somebody else has taken it up, or it goes on by itself.
      }
    }
    next.addFlashAttribute("triedMany", wordings.current().count("incidents.tried-many", tried));
    return "redirect:/incidents";
  }
}

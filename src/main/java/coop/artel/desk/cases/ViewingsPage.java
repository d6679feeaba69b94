package coop.artel.desk.cases;

import coop.artel.access.Viewings;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked at what, for auditors and chairs. */
@Page
class ViewingsPage {
  private static final int LINES = 50;

  private final Visitor visitor;
  private final ViewingViews views;
  private final WordingSource wordings;

  ViewingsPage(Visitor visitor, ViewingViews views, WordingSource wordings) {
    this.visitor = visitor;
    this.views = views;
    this.wordings = wordings;
  }

  @GetMapping("/viewings")
  String list(@RequestParam(defaultValue = "0") int offset, ViewingQuery query, Model model) {
    var caller = visitor.caller();
    var paging = new Paging(offset, LINES);
    var found = views.list(caller, query, paging.offset(), LINES + 1, wordings.current());
    model.addAttribute("rows", found.stream().limit(LINES).toList());
    model.addAttribute("query", query);
    model.addAttribute("kinds", Viewings.Kind.values());
    model.addAttribute("total", views.count(caller, query));
    model.addAttribute("earlier", offset == 0 ? null : Math.max(0, offset - LINES));
    model.addAttribute("later", found.size() > LINES ? offset + LINES : null);
    return "cases/viewings";
  }
}

package coop.artel.desk.frame;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The state of the log, for anybody: what it holds is public, and so is how it fares. */
@Page
class LogPage {
  private final LogViews views;
  private final Visitor visitor;
  private final WordingSource wordings;

  LogPage(LogViews views, Visitor visitor, WordingSource wordings) {
    this.views = views;
    this.visitor = visitor;
    this.wordings = wordings;
  }

  @GetMapping("/log/state")
  String state(Model model) {
    model.addAttribute("rows", views.rows(visitor.signedIn().orElse(null), wordings.current()));
    return "help/log";
  }
}

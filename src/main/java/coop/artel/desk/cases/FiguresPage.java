package coop.artel.desk.cases;

import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.registry.RegisterFilter;
import coop.artel.registry.RegisterSearch;
import coop.artel.values.LegalClock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a cooperative fares, in numbers; for whoever serves it. */
@Page
class FiguresPage {
  private final Visitor visitor;
  private final FigureCharts charts;
  private final RegisterSearch register;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  FiguresPage(
      Visitor visitor,
      FigureCharts charts,
      RegisterSearch register,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.visitor = visitor;
    this.charts = charts;
    this.register = register;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  @GetMapping("/figures")
  String figures(@RequestParam(required = false) @Nullable UUID cooperative, Model model) {
    var caller = visitor.caller();
    var id = visitor.served(cooperative);
    var home = names.cooperative(id);
    var wording = wordings.current();
    model.addAttribute("cooperative", home);
    model.addAttribute("charts", charts.of(caller, home, wording));
    model.addAttribute(
        "members",
        wording.count(
            "figures.members.now",
            register.count(id, RegisterFilter.on(clock.today(home.zone())))));
    return "figures";
  }
}

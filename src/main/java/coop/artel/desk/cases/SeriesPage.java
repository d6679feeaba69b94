package coop.artel.desk.cases;

import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is in the log and in no case, to be taken along and checked. */
@Page
class SeriesPage {
  private final Visitor visitor;
  private final SeriesViews views;
  private final WordingSource wordings;

  SeriesPage(Visitor visitor, SeriesViews views, WordingSource wordings) {
    this.visitor = visitor;
    this.views = views;
    this.wordings = wordings;
  }

  @GetMapping("/series")
  String list(Model model) {
    var caller = visitor.caller();
    if (!views.concern(caller)) {
      throw new NotServed();
    }
    model.addAttribute("series", views.all(caller, wordings.current()));
    return "cases/series";
  }

  @GetMapping("/series/{id}/export")
  ResponseEntity<byte[]> export(@PathVariable String id) throws IOException {
    return views.export(visitor.caller(), id, wordings.current());
  }
}

package coop.artel.desk.govern;

import coop.artel.access.DeedRefused;
import coop.artel.access.Deeds;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Something that two persons do: look at it, approve it, reject it or take it back. */
@Page
class DeedPage {
  private final Visitor visitor;
  private final Deeds deeds;
  private final DeedViews views;
  private final Refusals refusals;
  private final WordingSource wordings;

  DeedPage(
      Visitor visitor, Deeds deeds, DeedViews views, Refusals refusals, WordingSource wordings) {
    this.visitor = visitor;
    this.deeds = deeds;
    this.views = views;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/deeds/{id}")
  String deed(@PathVariable UUID id, Model model) {
    model.addAttribute("deed", views.one(visitor.caller(), id, wordings.current()));
    return "deeds/deed";
  }

  @PostMapping("/deeds/{id}/approve")
  String approve(@PathVariable UUID id) {
    deeds.approve(id, visitor.caller());
    return "redirect:/deeds/" + id;
  }

  @PostMapping("/deeds/{id}/reject")
  String reject(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    try {
      deeds.reject(id, visitor.caller(), reason);
      return "redirect:/deeds/" + id;
    } catch (DeedRefused refused) {
      if (!refused.code().equals("deed-unexplained")) {
        throw refused;
      }
      response.setStatus(Problems.status(refused).value());
      model.addAttribute("refused", refusals.sentence(refused, wordings.current()));
      return deed(id, model);
    }
  }
}

package coop.artel.desk;

import coop.artel.access.Deeds;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Something that two persons do: look at it, approve it, reject it or take it back. */
@Page
class DeedPage {
  private final Visitor visitor;
  private final Deeds deeds;
  private final DeedViews views;
  private final WordingSource wordings;

  DeedPage(Visitor visitor, Deeds deeds, DeedViews views, WordingSource wordings) {
    this.visitor = visitor;
    this.deeds = deeds;
    this.views = views;
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
  String reject(@PathVariable UUID id) {
    deeds.reject(id, visitor.caller());
    return "redirect:/deeds/" + id;
  }
}

package coop.artel.desk.rules;

import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.DraftComments;
import coop.artel.law.RuleDrafts;
import coop.artel.values.FieldsRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What lawyers say to one another about a draft. */
@Page
class DraftCommentsPage {
  private static final String HERE = "/rules/{country}/drafts/{draft}/comments";

  private final Visitor visitor;
  private final DraftComments comments;
  private final RuleDrafts drafts;
  private final DraftCommentViews views;
  private final WordingSource wordings;

  DraftCommentsPage(
      Visitor visitor,
      DraftComments comments,
      RuleDrafts drafts,
      DraftCommentViews views,
      WordingSource wordings) {
    this.visitor = visitor;
    this.comments = comments;
    this.drafts = drafts;
    this.views = views;
    this.wordings = wordings;
  }

  @GetMapping(HERE)
  String comments(@PathVariable String country, @PathVariable UUID draft, Model model) {
    return show(country, draft, Sent.nothing(), model);
  }

  @PostMapping(HERE)
  String add(
      @PathVariable String country,
      @PathVariable UUID draft,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    drafts.demandLawyer(caller);
    views.demand(country, draft);
    var sent = Sent.of(parameters);
    try {
      comments.add(
          caller,
          draft,
          new DraftComments.Said(sent.value("path"), sent.value("subject"), sent.value("text")));
    } catch (FieldsRefused refused) {
      response.setStatus(Problems.status(refused).value());
      return show(country, draft, sent.refused(refused, wordings.current()), model);
    }
    return back(country, draft);
  }

  @PostMapping(HERE + "/{comment}/settlement")
  String settle(
      @PathVariable String country, @PathVariable UUID draft, @PathVariable UUID comment) {
    var caller = visitor.caller();
    drafts.demandLawyer(caller);
    views.demand(country, draft);
    comments.settle(caller, draft, comment);
    return back(country, draft);
  }

  private static String back(String country, UUID draft) {
    return "redirect:/rules/" + country + "/drafts/" + draft + "/comments";
  }

  private String show(String country, UUID draft, Sent sent, Model model) {
    model.addAttribute("c", views.of(visitor.caller(), country, draft, wordings.current()));
    model.addAttribute("sent", sent);
    return "rules/comments";
  }
}

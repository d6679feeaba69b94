package coop.artel.desk.rules;

import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.Contradictions;
import coop.artel.law.GapReport;
import coop.artel.values.FieldsRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the rules on a question leave open and where they contradict each other. */
@Page
class GapsPage {
  private final Visitor visitor;
  private final GapViews views;
  private final Contradictions contradictions;
  private final WordingSource wordings;

  GapsPage(Visitor visitor, GapViews views, Contradictions contradictions, WordingSource wordings) {
    this.visitor = visitor;
    this.views = views;
    this.contradictions = contradictions;
    this.wordings = wordings;
  }

  /**
   * @param form a legal form; the first one where none is named
   * @param asOf today where none is named
   * @param draft whose rules are gone through, absent for those in force
   */
  @GetMapping("/rules/{country}/{question}/gaps")
  String gaps(
      @PathVariable String country,
      @PathVariable String question,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String asOf,
      @RequestParam(required = false) @Nullable UUID draft,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    var of = new GapViews.Of(country, question, draft);
    try {
      return show(of, views.report(caller, of, form, asOf), Sent.nothing(), model);
    } catch (FieldsRefused refused) {
      response.setStatus(Problems.status(refused).value());
      var sent = Sent.first(Map.of(WhatIf.DAY, asOf)).refused(refused, wordings.current());
      return show(of, views.report(caller, of, form, ""), sent, model);
    }
  }

  @PostMapping("/rules/{country}/{question}/gaps")
  String explain(
      @PathVariable String country,
      @PathVariable String question,
      @RequestParam(required = false) @Nullable UUID draft,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var caller = visitor.caller();
    contradictions.demandLawyer(caller);
    var sent = Sent.of(parameters);
    var of = new GapViews.Of(country, question, draft);
    var report = views.report(caller, of, sent.value("form"), sent.value(WhatIf.DAY));
    try {
      contradictions.explain(
          caller, country, report, sent.value("finding"), sent.value("explanation"));
    } catch (FieldsRefused refused) {
      response.setStatus(Problems.status(refused).value());
      return show(of, report, sent.refused(refused, wordings.current()), model);
    }
    redirect.addAttribute("country", country);
    redirect.addAttribute("question", question);
    if (draft != null) {
      redirect.addAttribute("draft", draft);
    }
    redirect.addAttribute("form", report.legalForm());
    redirect.addAttribute(WhatIf.DAY, report.day().toString());
    return "redirect:/rules/{country}/{question}/gaps";
  }

  private String show(GapViews.Of of, GapReport report, Sent sent, Model model) {
    model.addAttribute("it", views.whole(of, report, visitor.caller(), wordings.current()));
    model.addAttribute("sent", sent);
    return "rules/gaps";
  }
}

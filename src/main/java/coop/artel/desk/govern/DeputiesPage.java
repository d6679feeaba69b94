package coop.artel.desk.govern;

import coop.artel.access.Appointments.Way;
import coop.artel.access.Substitutions;
import coop.artel.access.Substitutions.Asked;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.registry.Cooperative;
import coop.artel.values.CooperativeId;
import coop.artel.values.Ground;
import coop.artel.values.LegalClock;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who does an officer's work while the officer is away; naming somebody and ending it. */
@Page
class DeputiesPage {
  private final Visitor visitor;
  private final SetUpViews setUp;
  private final DeputyViews views;
  private final Substitutions substitutions;
  private final LegalClock clock;
  private final Refusals refusals;
  private final WordingSource wordings;

  DeputiesPage(
      Visitor visitor,
      SetUpViews setUp,
      DeputyViews views,
      Substitutions substitutions,
      LegalClock clock,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.setUp = setUp;
    this.views = views;
    this.substitutions = substitutions;
    this.clock = clock;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  @GetMapping("/cooperatives/{id}/deputies")
  String deputies(@PathVariable UUID id, Model model) {
    var cooperative = setUp.demandReader(visitor.caller(), new CooperativeId(id));
    return show(cooperative, Sent.nothing(), fresh(cooperative), model);
  }

  private Sent fresh(Cooperative cooperative) {
    return Sent.first(Map.of("day", clock.today(cooperative.zone()).toString()));
  }

  @PostMapping("/cooperatives/{id}/deputies")
  String name(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    var home = new CooperativeId(id);
    var cooperative = setUp.demandReader(visitor.caller(), home);
    var sent = Sent.of(parameters);
    try {
      var deed = substitutions.name(visitor.caller(), home, asked(sent));
      if (deed != null) {
        return "redirect:/deeds/" + deed.id();
      }
    } catch (Refusal refusal) {
      var told = told(refusal, sent, "deputised", response, model);
      return show(cooperative, told, fresh(cooperative), model);
    }
    next.addFlashAttribute("changed", true);
    return here(id);
  }

  private static Asked asked(Sent sent) {
    var parts = sent.value("deputised").split("/", 2);
    return new Asked(
        OfficesPage.office(parts[0]),
        parts.length == 2 ? OfficesPage.person(parts[1]) : null,
        OfficesPage.person(sent.value("deputy")),
        sent.day("first"),
        sent.day("last"),
        new Ground(sent.value("groundNumber").strip(), sent.day("groundDay")));
  }

  private Sent told(
      Refusal refusal, Sent sent, String field, HttpServletResponse response, Model model) {
    response.setStatus(Problems.status(refusal).value());
    return refusals.back(refusal, sent, field, model, wordings.current());
  }

  @PostMapping("/cooperatives/{id}/deputies/{substitution}/end")
  String end(
      @PathVariable UUID id,
      @PathVariable UUID substitution,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    var home = new CooperativeId(id);
    var cooperative = setUp.demandReader(visitor.caller(), home);
    var sent = Sent.of(parameters);
    try {
      substitutions.end(visitor.caller(), home, substitution, sent.day("day"));
    } catch (Refusal refusal) {
      model.addAttribute("ending", substitution.toString());
      var told = told(refusal, sent, "day", response, model);
      return show(cooperative, Sent.nothing(), told, model);
    }
    next.addFlashAttribute("changed", true);
    return here(id);
  }

  private static String here(UUID cooperative) {
    return "redirect:/cooperatives/%s/deputies".formatted(cooperative);
  }

  private String show(Cooperative cooperative, Sent sent, Sent end, Model model) {
    var caller = visitor.caller();
    var wording = wordings.current();
    var all = views.all(caller, cooperative, wording);
    var way = substitutions.way(caller, cooperative.id());
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("present", all.stream().filter(it -> !it.state().equals("over")).toList());
    model.addAttribute("endable", all.stream().anyMatch(DeputyViews.Row::mayEnd));
    model.addAttribute("past", all.stream().filter(it -> it.state().equals("over")).toList());
    model.addAttribute("asked", views.asked(cooperative, wording));
    model.addAttribute("principals", views.principals(caller, cooperative, wording));
    model.addAttribute("candidates", views.candidates(caller, cooperative, wording));
    model.addAttribute("may", way != Way.NONE);
    model.addAttribute("alone", way == Way.ALONE);
    model.addAttribute("sent", sent);
    model.addAttribute("end", end);
    model.addAttribute("fresh", fresh(cooperative));
    return "cooperatives/deputies";
  }
}

package coop.artel.desk.rules;

import coop.artel.desk.cases.DecisionViews;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.ArticleChange;
import coop.artel.law.LawWatch;
import coop.artel.law.RuleBook;
import coop.artel.values.FieldsRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the law of a country is asked, by which sentences it answers, and what would be if. */
@Page
class RulesPage {
  private final Visitor visitor;
  private final Countries countries;
  private final RuleBook book;
  private final RuleViews views;
  private final WhatIf whatIf;
  private final DecisionViews decisions;
  private final LawWatch watch;
  private final WatchViews changes;
  private final WordingSource wordings;

  RulesPage(
      Visitor visitor,
      Countries countries,
      RuleBook book,
      RuleViews views,
      WhatIf whatIf,
      DecisionViews decisions,
      LawWatch watch,
      WatchViews changes,
      WordingSource wordings) {
    this.visitor = visitor;
    this.countries = countries;
    this.book = book;
    this.views = views;
    this.whatIf = whatIf;
    this.decisions = decisions;
    this.watch = watch;
    this.changes = changes;
    this.wordings = wordings;
  }

  @GetMapping("/rules")
  String rules() {
    return "redirect:/rules/"
        + (countries.find("ru").isPresent() ? "ru" : countries.ids().iterator().next());
  }

  @GetMapping("/rules/{country}")
  String country(@PathVariable String country, Model model) {
    NormViews.demandStaff(visitor.caller());
    var wording = wordings.current();
    var rows = views.rows(country, wording);
    model.addAttribute("country", country);
    model.addAttribute(
        "countries",
        countries.ids().stream()
            .filter(id -> !book.questions(id).isEmpty())
            .map(id -> new Option(id, RuleViews.countryName(countries.of(id), wording)))
            .toList());
    model.addAttribute("countryName", RuleViews.countryName(countries.of(country), wording));
    model.addAttribute("rows", rows);
    model.addAttribute("open", watch.changes(country).stream().filter(ArticleChange::open).count());
    model.addAttribute("due", watch.due(country));
    model.addAttribute("red", rows.stream().mapToInt(RuleViews.Row::red).sum());
    return "rules/country";
  }

  /**
   * @param of id of the case whose facts the box begins with
   * @param parameters whole facts of a link that asks at once: nothing is kept
   */
  @GetMapping("/rules/{country}/{question}")
  String question(
      @PathVariable String country,
      @PathVariable String question,
      @RequestParam(name = "case", required = false) String of,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    if (parameters.containsKey(WhatIf.DAY)) {
      return whatIf(country, question, parameters, response, model);
    }
    NormViews.demandStaff(visitor.caller());
    return show(country, question, whatIf.begin(country, question, of), model);
  }

  @PostMapping("/rules/{country}/{question}")
  String whatIf(
      @PathVariable String country,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    NormViews.demandStaff(caller);
    var sent = Sent.of(parameters);
    var wording = wordings.current();
    try {
      var decision =
          whatIf.ask(
              caller,
              country,
              question,
              sent.value(WhatIf.BASE),
              sent.value(WhatIf.DAY),
              facts(sent));
      model.addAttribute("answer", decisions.explain(decision, wording));
    } catch (FieldsRefused refused) {
      response.setStatus(Problems.status(refused).value());
      sent = sent.refused(refused, wording);
    }
    return show(country, question, sent, model);
  }

  static Map<String, String> facts(Sent sent) {
    var facts = new HashMap<String, String>();
    sent.values().keySet().forEach(name -> facts.put(name, sent.value(name)));
    return facts;
  }

  private String show(String country, String question, Sent sent, Model model) {
    var wording = wordings.current();
    model.addAttribute("it", views.whole(country, question, wording));
    model.addAttribute("changed", changes.marks(country, wording));
    model.addAttribute("sent", sent);
    model.addAttribute("bases", whatIf.bases(visitor.caller(), country, question, wording));
    model.addAttribute("fields", whatIf.fields(country, question, sent, wording));
    model.addAttribute("yesNo", yesNo(wording));
    return "rules/question";
  }

  static List<Option> yesNo(Wording wording) {
    return List.of(
        new Option("true", wording.word("yes")), new Option("false", wording.word("no")));
  }
}

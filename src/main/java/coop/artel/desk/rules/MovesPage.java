package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.cases.CaseViews;
import coop.artel.desk.frame.Moved;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.RulesUnknown;
import coop.artel.publishing.Moves;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Running cases that keep an earlier edition, and what it would mean to move each. */
@Page
class MovesPage {
  private final Visitor visitor;
  private final Countries countries;
  private final Moves moves;
  private final Names names;
  private final WordingSource wordings;

  MovesPage(
      Visitor visitor, Countries countries, Moves moves, Names names, WordingSource wordings) {
    this.visitor = visitor;
    this.countries = countries;
    this.moves = moves;
    this.names = names;
    this.wordings = wordings;
  }

  /**
   * A case.
   *
   * @param deed that waits for the second person
   */
  record Row(
      String id,
      String number,
      String process,
      String cooperative,
      List<Line> lines,
      @Nullable String deed) {}

  record Line(String question, String words, boolean otherwise) {}

  @GetMapping("/rules/{country}/moves")
  String all(@PathVariable String country, Model model) {
    NormViews.demandStaff(visitor.caller());
    var found = countries.find(country).orElseThrow(() -> new RulesUnknown(country, country));
    var wording = wordings.current();
    model.addAttribute("country", country);
    model.addAttribute("countryName", RuleViews.countryName(found, wording));
    model.addAttribute("rows", rows(visitor.caller(), country, wording));
    return "rules/moves";
  }

  @PostMapping("/rules/{country}/moves/{case}/proposal")
  String propose(@PathVariable String country, @PathVariable("case") String caseId) {
    return "redirect:/deeds/" + moves.propose(visitor.caller(), caseId).id();
  }

  private List<Row> rows(Caller caller, String country, Wording wording) {
    return moves.of(caller, country).stream()
        .map(
            it ->
                new Row(
                    it.of().id(),
                    wording.say("case.number", it.of().number()),
                    CaseViews.process(it.of().process(), wording),
                    names.cooperative(it.of().cooperative()).shortName(),
                    it.steps().stream()
                        .map(
                            step ->
                                new Line(
                                    RuleViews.words(step.question(), wording),
                                    Moved.words(step, wording),
                                    step.otherwise()))
                        .toList(),
                    it.waiting().map(deed -> deed.id().toString()).orElse(null)))
        .toList();
  }
}

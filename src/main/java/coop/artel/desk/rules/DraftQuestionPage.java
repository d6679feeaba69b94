package coop.artel.desk.rules;

import coop.artel.desk.cases.DecisionViews;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleBook.Tried;
import coop.artel.law.RuleDrafts;
import coop.artel.values.FieldsRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A question as a draft answers it: its rules, the cases beside them, and what would be if. */
@Page
class DraftQuestionPage {
  private static final String FOLDER = "jurisdictions/";

  private final Visitor visitor;
  private final RuleDrafts drafts;
  private final RuleBench bench;
  private final WhatIf whatIf;
  private final DraftViews views;
  private final RuleViews rules;
  private final DecisionViews decisions;
  private final WatchViews changes;
  private final WordingSource wordings;

  DraftQuestionPage(
      Visitor visitor,
      RuleDrafts drafts,
      RuleBench bench,
      WhatIf whatIf,
      DraftViews views,
      RuleViews rules,
      DecisionViews decisions,
      WatchViews changes,
      WordingSource wordings) {
    this.visitor = visitor;
    this.drafts = drafts;
    this.bench = bench;
    this.whatIf = whatIf;
    this.views = views;
    this.rules = rules;
    this.decisions = decisions;
    this.changes = changes;
    this.wordings = wordings;
  }

  /**
   * @param of id of the case whose facts the box begins with
   */
  @GetMapping("/rules/drafts/{id}/questions/{question}")
  String question(
      @PathVariable UUID id,
      @PathVariable String question,
      @RequestParam(name = "case", required = false) String of,
      Model model) {
    views.demandReader(visitor.caller());
    if (!bench.faults(id).isEmpty()) {
      return "redirect:" + DraftsPage.address(id);
    }
    var cases = bench.cases(id, question);
    return show(id, question, cases, begin(id, cases, of), model);
  }

  @PostMapping("/rules/drafts/{id}/questions/{question}")
  String whatIf(
      @PathVariable UUID id,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    views.demandReader(visitor.caller());
    if (!bench.faults(id).isEmpty()) {
      return "redirect:" + DraftsPage.address(id);
    }
    var sent = Sent.of(parameters);
    var wording = wordings.current();
    var cases = bench.cases(id, question);
    var base = sent.value(WhatIf.BASE);
    try {
      new FieldsRefused.Check()
          .demand(cases.stream().anyMatch(it -> it.id().equals(base)), WhatIf.BASE, "choose")
          .done();
      var day = WhatIf.day(sent.value(WhatIf.DAY));
      var decision = bench.whatIf(id, base, day, RulesPage.facts(sent));
      model.addAttribute("answer", decisions.explain(decision, wording));
    } catch (FieldsRefused refused) {
      response.setStatus(Problems.status(refused).value());
      sent = sent.refused(refused, wording);
    }
    return show(id, question, cases, sent, model);
  }

  private Sent begin(UUID id, List<Tried> cases, @Nullable String of) {
    var values = new LinkedHashMap<String, String>();
    cases.stream()
        .filter(it -> it.id().equals(of))
        .findFirst()
        .or(() -> cases.stream().findFirst())
        .ifPresent(
            it -> {
              values.put(WhatIf.BASE, it.id());
              values.put(WhatIf.DAY, it.day().toString());
              values.putAll(bench.facts(id, it.id()));
            });
    return Sent.first(values);
  }

  private String show(UUID id, String question, List<Tried> cases, Sent sent, Model model) {
    var wording = wordings.current();
    var draft = views.view(drafts.find(id), visitor.caller(), wording);
    var country = country(id);
    var facts = bench.facts(id, cases);
    model.addAttribute("draft", draft);
    model.addAttribute(
        "it",
        rules.whole(
            country,
            DraftsPage.address(id) + "/questions/" + question,
            draft.id(),
            bench.question(id, question),
            cases,
            wording));
    model.addAttribute("changed", changes.marks(draft.country(), wording));
    model.addAttribute("sent", sent);
    model.addAttribute(
        "bases",
        cases.stream()
            .map(it -> new Option(it.id(), wording.say("rules.of-case", it.id(), it.name())))
            .toList());
    model.addAttribute("fields", whatIf.fields(country, question, facts, sent, wording));
    model.addAttribute("yesNo", RulesPage.yesNo(wording));
    return "rules/question";
  }

  /** As the draft has it, with the figures that it changes. */
  private Country country(UUID id) {
    var files = drafts.files(id);
    var own = new TreeMap<String, String>();
    files
        .byPath()
        .forEach(
            (path, text) -> {
              if (path.startsWith(FOLDER)) {
                own.put(path.substring(FOLDER.length()), text);
              }
            });
    return Countries.read(files.country(), own);
  }
}

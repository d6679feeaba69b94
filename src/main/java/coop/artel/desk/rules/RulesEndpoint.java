package coop.artel.desk.rules;

import coop.artel.access.Callers;
import coop.artel.desk.cases.DecisionView;
import coop.artel.desk.cases.DecisionViews;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.WordingSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

@Endpoint
@RequestMapping("/api/rules")
@Tag(name = "Rules", description = "What the law is asked, by which sentences it answers")
class RulesEndpoint {
  private final Callers callers;
  private final RuleViews views;
  private final WhatIf whatIf;
  private final DecisionViews decisions;
  private final WordingSource wordings;

  RulesEndpoint(
      Callers callers,
      RuleViews views,
      WhatIf whatIf,
      DecisionViews decisions,
      WordingSource wordings) {
    this.callers = callers;
    this.views = views;
    this.whatIf = whatIf;
    this.decisions = decisions;
    this.wordings = wordings;
  }

  /**
   * @param base id of a case of the question, or of a cooperative whose charter counts
   * @param asOf the day that the law is asked about
   * @param facts by name, as text; an absent one is unknown
   */
  record WhatIfRequest(
      @Nullable String base, @Nullable String asOf, @Nullable Map<String, String> facts) {}

  @GetMapping("/{country}")
  @Operation(
      summary = "The questions that a country's rules answer, and whether its cases are green")
  List<RuleViews.Row> all(@PathVariable String country) {
    NormViews.demandStaff(callers.current());
    return views.rows(country, wordings.current());
  }

  @GetMapping("/{country}/{question}")
  @Operation(summary = "The rules on a question with their norms and cases")
  RuleViews.Whole one(@PathVariable String country, @PathVariable String question) {
    NormViews.demandStaff(callers.current());
    return views.whole(country, question, wordings.current());
  }

  @PostMapping("/{country}/{question}/what-if")
  @Operation(summary = "What the law would answer to these facts; nothing is kept")
  DecisionView ask(
      @PathVariable String country,
      @PathVariable String question,
      @RequestBody WhatIfRequest body) {
    var caller = callers.current();
    NormViews.demandStaff(caller);
    var decision =
        whatIf.ask(
            caller,
            country,
            question,
            Objects.requireNonNullElse(body.base(), ""),
            Objects.requireNonNullElse(body.asOf(), ""),
            Objects.requireNonNullElse(body.facts(), Map.of()));
    return decisions.explain(decision, wordings.current());
  }
}

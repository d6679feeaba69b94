package coop.artel.desk.rules;

import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How two editions of a country's rules differ, or what a draft changes. */
@Page
class DifferencePage {
  private final Visitor visitor;
  private final Comparisons comparisons;
  private final Countries countries;
  private final WordingSource wordings;

  DifferencePage(
      Visitor visitor, Comparisons comparisons, Countries countries, WordingSource wordings) {
    this.visitor = visitor;
    this.comparisons = comparisons;
    this.countries = countries;
    this.wordings = wordings;
  }

  /**
   * @param from number of a publication; absent, the one before {@code to}
   * @param to likewise; absent, the newest
   * @param draft instead of both: from what it began with to what it says
   */
  @GetMapping("/rules/{country}/difference")
  String difference(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to,
      @RequestParam(required = false) @Nullable UUID draft,
      Model model) {
    var wording = wordings.current();
    var told = comparisons.of(visitor.caller(), country, from, to, draft, wording);
    model.addAttribute("country", country);
    model.addAttribute("countryName", RuleViews.countryName(countries.of(country), wording));
    model.addAttribute("draft", told.draft());
    model.addAttribute("draftId", draft);
    model.addAttribute(
        "publications",
        comparisons.publications(country).stream()
            .map(it -> new Option(Integer.toString(it.number()), Comparisons.name(it, wording)))
            .toList());
    model.addAttribute(
        "sent",
        Sent.first(
            Map.of("from", Integer.toString(told.from()), "to", Integer.toString(told.to()))));
    model.addAttribute("difference", told.difference());
    return "rules/difference";
  }
}

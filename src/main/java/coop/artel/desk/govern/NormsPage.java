package coop.artel.desk.govern;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.desk.rules.WatchViews;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.Verifications;
import java.text.Collator;
import java.util.Comparator;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the law of a country says in figures, and who stands for it. */
@Page
class NormsPage {
  private final Visitor visitor;
  private final Countries countries;
  private final Verifications verifications;
  private final NormViews views;
  private final WatchViews changes;
  private final WordingSource wordings;

  NormsPage(
      Visitor visitor,
      Countries countries,
      Verifications verifications,
      NormViews views,
      WatchViews changes,
      WordingSource wordings) {
    this.visitor = visitor;
    this.countries = countries;
    this.verifications = verifications;
    this.views = views;
    this.changes = changes;
    this.wordings = wordings;
  }

  @GetMapping("/norms")
  String norms(@RequestParam(defaultValue = "ru") String country, Model model) {
    var caller = visitor.caller();
    NormViews.demandStaff(caller);
    var wording = wordings.current();
    var found = country(countries, country);
    model.addAttribute("country", country);
    model.addAttribute(
        "countries",
        countries.ids().stream()
            .map(id -> new Option(id, countries.of(id).name().in(wording.locale())))
            .sorted(Comparator.comparing(Option::label, Collator.getInstance(wording.locale())))
            .toList());
    model.addAttribute("countryName", found.name().in(wording.locale()));
    model.addAttribute("changed", changes.marks(found.id(), wording));
    model.addAttribute("rows", views.rows(found, caller, wording));
    return "law/norms";
  }

  @PostMapping("/norms/verification")
  String propose(@RequestParam String country, @RequestParam String figure) {
    var deed = verifications.propose(visitor.caller(), country(countries, country).id(), figure);
    return "redirect:/deeds/" + deed.id();
  }

  static Country country(Countries countries, String id) {
    return countries.find(id).orElseThrow(() -> new BadParameter("country"));
  }
}

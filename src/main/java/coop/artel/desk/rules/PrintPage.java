package coop.artel.desk.rules;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Act;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.law.RuleBook;
import coop.artel.law.RuleDrafts;
import coop.artel.values.LegalClock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The edition in force as a whole: to print, and to take along. */
@Page
class PrintPage {
  private final Visitor visitor;
  private final Countries countries;
  private final RuleBook book;
  private final RuleDrafts drafts;
  private final RuleViews views;
  private final NormViews norms;
  private final EditionFiles files;
  private final LegalClock clock;
  private final WordingSource wordings;

  PrintPage(
      Visitor visitor,
      Countries countries,
      RuleBook book,
      RuleDrafts drafts,
      RuleViews views,
      NormViews norms,
      EditionFiles files,
      LegalClock clock,
      WordingSource wordings) {
    this.visitor = visitor;
    this.countries = countries;
    this.book = book;
    this.drafts = drafts;
    this.views = views;
    this.norms = norms;
    this.files = files;
    this.clock = clock;
    this.wordings = wordings;
  }

  /**
   * A law that the edition cites.
   *
   * @param checked when a lawyer compared it last; empty if nobody has
   */
  record ActView(String id, String name, String checked) {}

  @GetMapping("/rules/{country}/print")
  String print(@PathVariable String country, Model model) {
    var caller = visitor.caller();
    NormViews.demandStaff(caller);
    var of = countries.find(country).orElseThrow(NotServed::new);
    var wording = wordings.current();
    model.addAttribute("country", country);
    model.addAttribute("countryName", RuleViews.countryName(of, wording));
    model.addAttribute("language", of.rules());
    model.addAttribute("edition", drafts.inForce(country).digest());
    model.addAttribute("today", wording.date(clock.today(of.zone())));
    model.addAttribute(
        "questions",
        book.questions(country).stream().map(it -> views.whole(country, it, wording)).toList());
    model.addAttribute("norms", norms.rows(of, caller, wording));
    model.addAttribute("acts", acts(of, wording));
    return "rules/print";
  }

  private static List<ActView> acts(Country country, Wording wording) {
    return country.acts().values().stream().map(it -> act(it, wording)).toList();
  }

  private static ActView act(Act act, Wording wording) {
    return new ActView(
        act.id(), act.name().in(wording.locale()), act.checked().map(wording::date).orElse(""));
  }

  @GetMapping("/rules/{country}/edition.zip")
  ResponseEntity<byte[]> zip(@PathVariable String country) {
    NormViews.demandStaff(visitor.caller());
    return files.zip(drafts.inForce(country), wordings.current());
  }

  @GetMapping("/rules/{country}/edition.xlsx")
  ResponseEntity<byte[]> xlsx(@PathVariable String country) {
    NormViews.demandStaff(visitor.caller());
    return files.xlsx(drafts.inForce(country), wordings.current());
  }
}

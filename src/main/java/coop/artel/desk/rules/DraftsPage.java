package coop.artel.desk.rules;

import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleDraftRefused;
import coop.artel.law.RuleDrafts;
import coop.artel.publishing.Proposal;
import coop.artel.publishing.Proposals;
import coop.artel.values.FieldsRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The drafts of a country's rules, and each with all that it changes and what comes of it. */
@Page
class DraftsPage {
  private static final String TITLE = "title";
  private static final String REASON = "reason";
  private static final String FILE = "file";
  private static final String AT = "at";

  private final Visitor visitor;
  private final RuleDrafts drafts;
  private final RuleBench bench;
  private final Proposals proposals;
  private final Countries countries;
  private final DraftViews views;
  private final Refusals refusals;
  private final WordingSource wordings;

  DraftsPage(
      Visitor visitor,
      RuleDrafts drafts,
      RuleBench bench,
      Proposals proposals,
      Countries countries,
      DraftViews views,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.drafts = drafts;
    this.bench = bench;
    this.proposals = proposals;
    this.countries = countries;
    this.views = views;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /**
   * @param file that a lawyer is about to change; the list leads on to it
   * @param at the line of it
   */
  @GetMapping("/rules/{country}/drafts")
  String list(
      @PathVariable String country,
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "0") int at,
      Model model) {
    views.demandReader(visitor.caller());
    return list(country, file, at, Sent.nothing(), model);
  }

  private String list(String country, String file, int at, Sent sent, Model model) {
    var wording = wordings.current();
    var caller = visitor.caller();
    var all = drafts.ofCountry(country).stream().map(it -> views.view(it, caller, wording));
    model.addAttribute("country", country);
    model.addAttribute("countryName", RuleViews.countryName(countries.of(country), wording));
    model.addAttribute("drafts", all.toList());
    model.addAttribute(FILE, file);
    model.addAttribute("fileName", DraftViews.fileName(file, wording));
    model.addAttribute(AT, at);
    model.addAttribute("sent", sent);
    return "rules/drafts";
  }

  @PostMapping("/rules/{country}/drafts")
  String open(
      @PathVariable String country,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    drafts.demandLawyer(caller);
    var sent = Sent.of(parameters);
    var file = sent.value(FILE);
    int at = sent.value(AT).matches("\\d{1,6}") ? Integer.parseInt(sent.value(AT)) : 0;
    try {
      var draft = drafts.open(caller, country, sent.value(TITLE), sent.value(REASON));
      return "redirect:" + (file.isEmpty() ? address(draft.id()) : address(draft.id(), file, at));
    } catch (FieldsRefused refused) {
      response.setStatus(Problems.status(refused).value());
      return list(country, file, at, sent.refused(refused, wordings.current()), model);
    }
  }

  @GetMapping("/rules/drafts/{id}")
  String draft(@PathVariable UUID id, Model model) {
    views.demandReader(visitor.caller());
    return show(id, model);
  }

  private String show(UUID id, Model model) {
    var caller = visitor.caller();
    var wording = wordings.current();
    var whole = bench.whole(id);
    var draft = views.view(drafts.find(id), caller, wording);
    var changes = views.changes(id, caller, wording);
    model.addAttribute("draft", draft);
    model.addAttribute("changes", changes);
    model.addAttribute("files", views.files(id, wording));
    model.addAttribute("faults", views.faults(whole.faults(), drafts.files(id).byPath(), wording));
    model.addAttribute("questions", DraftViews.questions(whole, wording));
    model.addAttribute("red", whole.red().size());
    model.addAttribute("proposed", proposals.openOf(id).map(Proposal::id).orElse(null));
    model.addAttribute("hindrance", hindrance(draft, changes.isEmpty(), whole));
    return "rules/draft";
  }

  /** Why it cannot be proposed yet, as the end of a message key; nothing where it can. */
  private static @Nullable String hindrance(
      DraftViews.View draft, boolean empty, RuleBench.Whole whole) {
    if (!whole.faults().isEmpty()) {
      return "faults";
    }
    if (!whole.red().isEmpty()) {
      return "red";
    }
    return draft.outdated() ? "outdated" : empty ? "nothing" : null;
  }

  @PostMapping("/rules/drafts/{id}/withdrawal")
  String withdraw(@PathVariable UUID id) {
    proposals.withdraw(visitor.caller(), id);
    return "redirect:" + address(id);
  }

  @PostMapping("/rules/drafts/{id}/base")
  String rebase(@PathVariable UUID id, HttpServletResponse response, Model model) {
    try {
      drafts.rebase(visitor.caller(), id);
      return "redirect:" + address(id);
    } catch (RuleDraftRefused refused) {
      if (!refused.code().equals("rule-draft-clash")) {
        throw refused;
      }
      response.setStatus(Problems.status(refused).value());
      model.addAttribute("refused", refusals.sentence(refused, wordings.current()));
      return show(id, model);
    }
  }

  static String address(UUID id) {
    return "/rules/drafts/" + id;
  }

  /** Of a file in a draft, at a line. */
  static String address(UUID id, String file, int at) {
    return UriComponentsBuilder.fromPath(address(id) + "/file")
        .queryParam("path", "{path}")
        .queryParam(AT, "{at}")
        .encode()
        .build(file, at)
        .toString();
  }
}

package coop.artel.desk.rules;

import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.Replay;
import coop.artel.law.RuleBook;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an edition says to decisions of the past, how far it has come, and what it turns over. */
@Page
class ReplayPage {
  private final Visitor visitor;
  private final Countries countries;
  private final RuleBook book;
  private final Replay replay;
  private final ReplayViews views;
  private final WordingSource wordings;

  ReplayPage(
      Visitor visitor,
      Countries countries,
      RuleBook book,
      Replay replay,
      ReplayViews views,
      WordingSource wordings) {
    this.visitor = visitor;
    this.countries = countries;
    this.book = book;
    this.replay = replay;
    this.views = views;
    this.wordings = wordings;
  }

  @GetMapping("/rules/{country}/replays")
  String list(@PathVariable String country, Model model) {
    var wording = wordings.current();
    model.addAttribute("runs", views.newest(visitor.caller(), country, wording));
    model.addAttribute("country", country);
    model.addAttribute("countryName", RuleViews.countryName(countries.of(country), wording));
    model.addAttribute("most", Replay.MOST);
    model.addAttribute("sent", Sent.nothing());
    model.addAttribute(
        "questions",
        book.questions(country).stream()
            .map(it -> new Option(it, RuleViews.words(it, wording) + "?"))
            .toList());
    return "rules/replays";
  }

  /**
   * @param question empty for all of them
   * @param draft whose rules are asked, absent for those in force
   */
  @PostMapping("/rules/{country}/replays")
  String start(
      @PathVariable String country,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(required = false) @Nullable UUID draft) {
    var run = views.start(visitor.caller(), country, draft, question.isEmpty() ? null : question);
    return "redirect:/rules/replays/" + run.id();
  }

  /**
   * @param question of which more are shown than the first
   */
  @GetMapping("/rules/replays/{id}")
  String one(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String question,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    if (from < 0) {
      throw new BadParameter("from");
    }
    var caller = visitor.caller();
    var wording = wordings.current();
    model.addAttribute("it", views.find(caller, id, wording));
    model.addAttribute("only", question);
    model.addAttribute("portion", ReplayViews.PORTION);
    model.addAttribute(
        "groups",
        question == null
            ? views.groups(caller, id, wording)
            : views.group(caller, id, question, from, wording));
    return "rules/replay";
  }

  @PostMapping("/rules/replays/{id}/cancellation")
  String cancel(@PathVariable UUID id) {
    replay.cancel(visitor.caller(), id);
    return "redirect:/rules/replays/" + id;
  }
}

package coop.artel.desk.rules;

import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.WordingSource;
import coop.artel.law.LawWatch;
import coop.artel.law.WatchRefused;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has changed in the law of a country, what rests on it, and which acts are due. */
@Page
class WatchPage {
  private static final String MARK = "mark";
  private static final String CHECK = "check";

  private final Visitor visitor;
  private final LawWatch watch;
  private final WatchViews views;
  private final Refusals refusals;
  private final WordingSource wordings;

  WatchPage(
      Visitor visitor,
      LawWatch watch,
      WatchViews views,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.watch = watch;
    this.views = views;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /** What a lawyer sends. */
  private interface Saying {
    void said();
  }

  @GetMapping("/rules/{country}/watch")
  String watch(@PathVariable String country, Model model) {
    NormViews.demandStaff(visitor.caller());
    return show(country, "", Sent.nothing(), model);
  }

  @PostMapping("/rules/{country}/watch/changes")
  String mark(
      @PathVariable String country,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    LawWatch.demandLawyer(caller);
    var sent = Sent.of(parameters);
    var mark =
        new LawWatch.Mark(
            sent.value("place"), sent.day("since"), sent.value("note"), sent.value("source"));
    return answer(country, MARK, sent, () -> watch.mark(caller, country, mark), response, model);
  }

  @PostMapping("/rules/{country}/watch/changes/{id}/settlement")
  String settle(
      @PathVariable String country,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    LawWatch.demandLawyer(caller);
    var sent = Sent.of(parameters);
    return answer(
        country,
        id.toString(),
        sent,
        () -> watch.settle(caller, country, id, sent.value("note")),
        response,
        model);
  }

  @PostMapping("/rules/{country}/watch/checks")
  String compare(
      @PathVariable String country,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var caller = visitor.caller();
    LawWatch.demandLawyer(caller);
    var sent = Sent.of(parameters);
    var comparison =
        new LawWatch.Comparison(sent.value("place"), sent.day("day"), sent.value("note"));
    return answer(
        country, CHECK, sent, () -> watch.compare(caller, country, comparison), response, model);
  }

  /** On to the page, or the form again with what is wrong. */
  private String answer(
      String country,
      String form,
      Sent sent,
      Saying saying,
      HttpServletResponse response,
      Model model) {
    try {
      saying.said();
      return "redirect:/rules/" + country + "/watch";
    } catch (FieldsRefused refused) {
      return again(
          country, form, sent.refused(refused, wordings.current()), refused, response, model);
    } catch (WatchRefused refused) {
      if (refused.kind() == Refusal.Kind.NOT_FOUND) {
        throw refused;
      }
      model.addAttribute("refused", refusals.sentence(refused, wordings.current()));
      return again(country, form, sent, refused, response, model);
    }
  }

  private String again(
      String country,
      String form,
      Sent sent,
      Refusal refused,
      HttpServletResponse response,
      Model model) {
    response.setStatus(Problems.status(refused).value());
    return show(country, form, sent, model);
  }

  private String show(String country, String form, Sent sent, Model model) {
    var caller = visitor.caller();
    model.addAttribute("it", views.of(country, caller, wordings.current()));
    model.addAttribute("places", views.places(country));
    model.addAttribute("mayMark", caller.roles().contains(PlatformRole.LAWYER));
    model.addAttribute("form", form);
    model.addAttribute("sent", sent);
    model.addAttribute("empty", Sent.nothing());
    return "rules/watch";
  }
}

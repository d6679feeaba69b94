package coop.artel.desk.govern;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Problems;
import coop.artel.desk.frame.Refusals;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import coop.artel.jurisdiction.CharterMay;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.CharterEditions;
import coop.artel.law.CharterEditions.Entered;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.LegalClock;
import coop.artel.values.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entering an edition of a charter: each figure with its paragraph, beside what the law says. */
@Page
class CharterEditionPage {
  private final Visitor visitor;
  private final CharterEditions editions;
  private final Cooperatives cooperatives;
  private final LegalClock clock;
  private final Refusals refusals;
  private final WordingSource wordings;

  CharterEditionPage(
      Visitor visitor,
      CharterEditions editions,
      Cooperatives cooperatives,
      LegalClock clock,
      Refusals refusals,
      WordingSource wordings) {
    this.visitor = visitor;
    this.editions = editions;
    this.cooperatives = cooperatives;
    this.clock = clock;
    this.refusals = refusals;
    this.wordings = wordings;
  }

  /**
   * A figure to enter.
   *
   * @param hint what the law says of it, and how it is written
   * @param choices where it is one of some words, else empty
   */
  record Row(String norm, String name, String hint, boolean required, List<Option> choices) {}

  @GetMapping("/cooperatives/{id}/charter")
  String start(@PathVariable UUID id, Model model) {
    var cooperative = new CooperativeId(id);
    editions.demandAuthor(visitor.caller(), cooperative);
    var found = cooperatives.find(cooperative);
    var charter = cooperatives.charter(cooperative, clock.today(found.zone()));
    var first = new LinkedHashMap<String, String>();
    charter
        .figures()
        .values()
        .forEach(
            figure -> {
              first.put(Sent.VALUE + figure.norm(), figure.value());
              first.put(Sent.PARAGRAPH + figure.norm(), figure.paragraph());
            });
    return show(found, Sent.first(first), model);
  }

  @PostMapping("/cooperatives/{id}/charter")
  String propose(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    var cooperative = new CooperativeId(id);
    editions.demandAuthor(visitor.caller(), cooperative);
    var sent = Sent.of(parameters);
    var figures = new LinkedHashMap<String, Entered>();
    for (var norm : editions.norms(cooperative)) {
      figures.put(
          norm.key(),
          new Entered(
              sent.value(Sent.VALUE + norm.key()), sent.value(Sent.PARAGRAPH + norm.key())));
    }
    try {
      var deed = editions.propose(visitor.caller(), cooperative, sent.day("since"), figures);
      return "redirect:/deeds/" + deed.id();
    } catch (Refusal refusal) {
      response.setStatus(Problems.status(refusal).value());
      var told = sent;
      if (refusal instanceof FieldsRefused fields) {
        told = sent.refused(fields, wordings.current());
      } else {
        model.addAttribute("refused", refusals.sentence(refusal, wordings.current()));
      }
      return show(cooperatives.find(cooperative), told, model);
    }
  }

  private String show(Cooperative cooperative, Sent sent, Model model) {
    var wording = wordings.current();
    model.addAttribute("cooperative", cooperative);
    model.addAttribute("sent", sent);
    model.addAttribute(
        "rows",
        editions.norms(cooperative.id()).stream()
            .map(it -> row(it, cooperative, wording))
            .toList());
    return "cooperatives/charter";
  }

  private Row row(Norm norm, Cooperative cooperative, Wording wording) {
    return new Row(
        norm.key(),
        NormViews.name(norm.key(), wording),
        hint(norm, cooperative, wording),
        norm.charter() == CharterMay.REQUIRED,
        choices(norm, wording));
  }

  private String hint(Norm norm, Cooperative cooperative, Wording wording) {
    var said = new ArrayList<String>();
    said.add(wording.say("edition.unit." + unit(norm)));
    var atLeast = norm.atLeast();
    var atMost = norm.atMost();
    if (atLeast != null) {
      said.add(
          wording.say("edition.at-least", wording.figure(atLeast.toPlainString(), norm.unit())));
    }
    if (atMost != null) {
      said.add(wording.say("edition.at-most", wording.figure(atMost.toPlainString(), norm.unit())));
    }
    var law = law(norm, cooperative);
    if (law == null) {
      said.add(wording.say("edition.article", norm.article()));
    } else {
      said.add(
          wording.say(
              "edition.law." + norm.charter().name().toLowerCase(Locale.ROOT),
              wording.figure(law.value(), norm.unit()),
              law.article()));
    }
    return String.join(" ", said);
  }

  private Norm.@Nullable Figure law(Norm norm, Cooperative cooperative) {
    return norm.figure(cooperative.legalForm(), clock.today(cooperative.zone()))
        .filter(figure -> norm.charter() != CharterMay.REQUIRED)
        .orElse(null);
  }

  private static String unit(Norm norm) {
    return norm.unit().matches("[A-Z]{3}") ? "money" : norm.unit();
  }

  private static List<Option> choices(Norm norm, Wording wording) {
    var words =
        switch (norm.unit()) {
          case "flag" -> List.of("yes", "no");
          case "word" -> norm.words().stream().sorted().toList();
          default -> List.<String>of();
        };
    return words.stream().map(word -> new Option(word, wording.word(word))).toList();
  }
}

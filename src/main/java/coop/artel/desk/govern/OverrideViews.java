package coop.artel.desk.govern;

import coop.artel.access.Deed;
import coop.artel.desk.cases.TaskRows;
import coop.artel.desk.frame.Wording;
import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.workflow.Form;
import coop.artel.workflow.Overrides;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells of a task that is to be completed against the law: what the law says, and what was sent.
 */
@Component
class OverrideViews {
  private final Overrides overrides;
  private final Explanations words;

  OverrideViews(Overrides overrides, Explanations words) {
    this.overrides = overrides;
    this.words = words;
  }

  String title(Deed deed, Wording wording) {
    return wording.say(
        "deed.override-task", TaskRows.title(overrides.of(deed).activity(), wording));
  }

  String link(Deed deed) {
    return "/cases/" + overrides.of(deed).caseId();
  }

  List<DeedView.Fact> about(Deed deed, Wording wording) {
    var proposed = overrides.of(deed);
    var facts = new ArrayList<>(law(proposed.decision(), wording));
    var reason = proposed.reason();
    facts.add(
        new DeedView.Fact(
            wording.say("override.reason"), reason == null ? wording.say("erased") : reason));
    var values = proposed.values();
    if (values != null) {
      proposed.form().components().stream()
          .filter(it -> values.containsKey(it.key()))
          .map(it -> fact(it, values, wording))
          .forEach(facts::add);
    }
    return facts;
  }

  private List<DeedView.Fact> law(Decision decision, Wording wording) {
    var facts = new ArrayList<DeedView.Fact>();
    facts.add(
        new DeedView.Fact(
            wording.say("override.asked"),
            "%s — %s"
                .formatted(
                    words.question(decision),
                    wording.say("override.answer." + decision.outcome().id()))));
    decision.findings().stream()
        .filter(finding -> decision.reasons().contains(finding.rule()))
        .map(
            finding ->
                new DeedView.Fact(
                    words.basis(finding, wording.locale()),
                    wording.say("override.not-held", words.sentence(finding, wording.locale()))))
        .forEach(facts::add);
    return facts;
  }

  private static DeedView.Fact fact(
      Form.Component it, Map<String, String> values, Wording wording) {
    return new DeedView.Fact(
        said(it.label(), it.labels(), wording),
        value(it, String.valueOf(values.get(it.key())), wording));
  }

  private static String value(Form.Component it, String sent, Wording wording) {
    return switch (it.type()) {
      case CHECKBOX -> wording.say("answer." + sent);
      case DATE -> wording.date(LocalDate.parse(sent));
      case RADIO, SELECT ->
          it.options().stream()
              .filter(option -> option.value().equals(sent))
              .map(option -> said(option.label(), option.labels(), wording))
              .findFirst()
              .orElse(sent);
      default -> sent;
    };
  }

  private static String said(String own, Map<String, String> others, Wording wording) {
    return others.getOrDefault(wording.locale().getLanguage(), own);
  }
}

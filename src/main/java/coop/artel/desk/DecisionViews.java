package coop.artel.desk;

import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.law.Law;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains decisions of the law. */
@Component
class DecisionViews {
  private final Law law;

  DecisionViews(Law law) {
    this.law = law;
  }

  Optional<DecisionView> explain(@Nullable String id, Wording wording) {
    return id == null
        ? Optional.empty()
        : law.find(UUID.fromString(id)).map(decision -> explain(decision, wording));
  }

  DecisionView explain(Decision decision, Wording wording) {
    return new DecisionView(
        decision.id().toString(),
        wording.sayOr("question." + decision.question(), decision.question()),
        decision.outcome().id(),
        wording.date(decision.referenceDate()),
        decision.missing().stream().map(m -> wording.sayOr("missing." + m, m)).toList(),
        articles(decision),
        decision.findings().stream().map(f -> line(decision, f, wording)).toList(),
        decision.edition(),
        decision.digest(),
        decision.demonstration());
  }

  private static List<String> articles(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> decision.reasons().contains(finding.rule()))
        .map(Finding::article)
        .distinct()
        .toList();
  }

  private static DecisionView.Line line(Decision decision, Finding finding, Wording wording) {
    return new DecisionView.Line(
        finding.rule(),
        finding.held(),
        decision.reasons().contains(finding.rule()),
        sentence(finding, wording),
        finding.article(),
        finding.fact() == null ? null : wording.sayOr("fact." + finding.fact(), finding.fact()),
        value(finding.factValue(), wording),
        finding.norm() == null ? null : wording.sayOr("norm." + finding.norm(), finding.norm()),
        figure(finding.normValue(), wording),
        finding.source(),
        finding.standing());
  }

  /** A sentence names its norm by key; a reader wants its name. */
  private static String sentence(Finding finding, Wording wording) {
    var norm = finding.norm();
    return norm == null
        ? finding.sentence()
        : finding
            .sentence()
            .replace(norm, wording.say("norm.quoted", wording.sayOr("norm." + norm, norm)));
  }

  /** A norm's value comes with its unit behind a space. */
  private static @Nullable String figure(@Nullable String text, Wording wording) {
    if (text == null) {
      return null;
    }
    var space = text.lastIndexOf(' ');
    return space < 0
        ? wording.word(text)
        : wording.figure(text.substring(0, space), text.substring(space + 1));
  }

  /** Facts come as text; dates and answers are said as people say them. */
  private static @Nullable String value(@Nullable String text, Wording wording) {
    if (text == null) {
      return null;
    }
    try {
      return wording.date(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return wording.word(text);
    }
  }
}

package coop.artel.desk.cases;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Wording;
import coop.artel.law.Basis;
import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.law.Finding;
import coop.artel.values.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains decisions of the law. */
@Component
public class DecisionViews {
  private final Explanations words;

  DecisionViews(Explanations words) {
    this.words = words;
  }

  public DecisionView explain(Decision decision, Wording wording) {
    return new DecisionView(
        decision.id().toString(),
        question(decision, wording),
        decision.outcome().id(),
        wording.date(decision.referenceDate()),
        decision.missing().stream().map(m -> wording.sayOr("missing." + m, m)).toList(),
        bases(decision, wording),
        decision.findings().stream().map(f -> line(decision, f, wording)).toList(),
        decision.edition(),
        decision.digest(),
        decision.demonstration(),
        basis(decision.basis(), wording),
        decision.erased());
  }

  /** What was asked, in words. */
  static String question(Decision decision, Wording wording) {
    return wording.sayOr("question." + decision.question(), decision.question());
  }

  private static List<String> basis(Basis basis, Wording wording) {
    return Stream.concat(
            basis.charters().stream()
                .map(
                    it ->
                        wording.say(
                            "decision.charter",
                            wording.date(it.since()),
                            wording.digest(it.digest()))),
            basis.verifications().stream()
                .map(
                    it ->
                        wording.say(
                            it.demonstration()
                                ? "decision.verified-demonstration"
                                : "decision.verified",
                            NormViews.name(it.figure(), wording),
                            wording.digest(it.digest()))))
        .toList();
  }

  private List<String> bases(Decision decision, Wording wording) {
    return decision.findings().stream()
        .filter(finding -> decision.reasons().contains(finding.rule()))
        .map(finding -> words.basis(finding, wording.locale()))
        .distinct()
        .toList();
  }

  private DecisionView.Line line(Decision decision, Finding finding, Wording wording) {
    return new DecisionView.Line(
        finding.rule(),
        finding.held(),
        decision.reasons().contains(finding.rule()),
        words.sentence(finding, wording.locale()),
        finding.article(),
        words.basis(finding, wording.locale()),
        finding.fact() == null ? null : wording.sayOr("fact." + finding.fact(), finding.fact()),
        value(finding.factValue(), wording),
        finding.norm() == null ? null : words.normName(finding, finding.norm(), wording.locale()),
        figure(finding, finding.norm(), finding.normValue(), wording),
        finding.source(),
        finding.standing(),
        words.judged(finding, wording.locale()),
        finding.measures().stream().skip(1).map(it -> measure(finding, it, wording)).toList());
  }

  private DecisionView.Measure measure(Finding finding, Finding.Measure measure, Wording wording) {
    return new DecisionView.Measure(
        words.normName(finding, measure.norm(), wording.locale()),
        figure(finding, measure.norm(), measure.value(), wording));
  }

  /** A norm's value comes with its unit behind a space. */
  private @Nullable String figure(
      Finding finding, @Nullable String norm, @Nullable String text, Wording wording) {
    if (text == null || norm == null) {
      return null;
    }
    var space = text.lastIndexOf(' ');
    if (space < 0) {
      return wording.word(text);
    }
    return text.substring(space + 1).startsWith("word")
        ? words.figureOf(finding, norm, text, wording.locale())
        : wording.figure(text.substring(0, space), text.substring(space + 1));
  }

  /** Facts come as text; dates, sums and answers are said as people say them. */
  private static @Nullable String value(@Nullable String text, Wording wording) {
    if (text == null) {
      return null;
    }
    try {
      return wording.date(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Money.read(text).map(wording::sum).orElseGet(() -> wording.word(text));
    }
  }
}

package coop.artel.law;

import coop.artel.jurisdiction.Country;
import coop.artel.law.sentences.Found;
import coop.artel.law.sentences.Judged;
import coop.artel.law.sentences.Matter;
import coop.artel.law.sentences.NormValue;
import coop.artel.registry.Cooperative;
import coop.artel.values.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks an edition about one matter and puts what the rules found into a decision. */
final class Judgement {
  private Judgement() {}

  /**
   * @param basis told once the rules have looked at what they look at
   */
  static Decision of(
      Edition edition,
      Facts facts,
      Cooperative cooperative,
      Matter.Norms norms,
      LocalDate referenceDate,
      Supplier<Basis> basis) {
    return of(edition, facts, cooperative, norms, referenceDate, basis, Map.of());
  }

  /**
   * @param judged by rule: what a person answered where the law leaves it open
   */
  static Decision of(
      Edition edition,
      Facts facts,
      Cooperative cooperative,
      Matter.Norms norms,
      LocalDate referenceDate,
      Supplier<Basis> basis,
      Map<String, Judged> judged) {
    var question = facts.question();
    var legalForm = facts.legalForm(cooperative);
    var memory = edition.memory(question);
    var matter =
        new Matter(
            FactNames.of(facts),
            referenceDate,
            norms,
            edition.country().calendar(),
            judged,
            memory.apart(legalForm));
    if (edition.covers(question, legalForm)) {
      edition.judge(question, matter, referenceDate);
    }
    var found = new ArrayList<>(matter.found());
    found.sort(Comparator.comparing(Found::getRule));
    var rules = edition.rules(question);
    var outcome = outcome(matter);
    var findings =
        found.stream().map(one -> finding(one, rules, memory, edition.country())).toList();
    var missing = new TreeSet<String>();
    if (outcome == Outcome.MISSING) {
      found.stream().filter(Found::isLacks).forEach(one -> missing.add(one.missing()));
    }
    var reasons = found.stream().filter(carrying(outcome)).map(Found::getRule).toList();
    boolean demonstration =
        findings.stream().anyMatch(one -> NormValue.DEMONSTRATION.equals(one.standing()));
    var undigested =
        new Decision(
            UUID.randomUUID(),
            cooperative.id(),
            question,
            referenceDate,
            outcome,
            List.copyOf(missing),
            reasons,
            findings,
            edition.id(),
            "",
            demonstration,
            basis.get());
    return withDigest(undigested, memory);
  }

  /** Where no rule answered, there is none for that day or that legal form: a human decides. */
  private static Outcome outcome(Matter matter) {
    var answer = matter.found().isEmpty() ? null : matter.outcome();
    return answer == null ? Outcome.HUMAN : Outcome.valueOf(answer.toUpperCase(Locale.ROOT));
  }

  private static Predicate<Found> carrying(Outcome outcome) {
    return switch (outcome) {
      case GRANTED -> Found::isHeld;
      case REFUSED -> Found::isRefuses;
      case MISSING -> Found::isLacks;
      case HUMAN -> Found::isDoubtful;
    };
  }

  private static Finding finding(
      Found found, SortedMap<String, Rule> rules, QuestionMemory memory, Country country) {
    var rule = rules.get(found.getRule());
    if (rule == null) {
      throw new IllegalStateException("There is no rule " + found.getRule());
    }
    var answer = found.getAnswer();
    var value = answer.factValue();
    var norm = answer.norm();
    return new Finding(
        rule.id(),
        found.isMet(),
        rule.sentence(),
        memory.article(rule, answer.norms(), country),
        answer.fact(),
        value == null ? null : value.toString(),
        norm == null ? null : norm.key(),
        norm == null ? null : withUnit(norm, norm.value()),
        norm == null ? null : norm.source(),
        norm == null ? null : norm.standing(),
        found.getJudgement(),
        found.getAllowed(),
        answer.norms().stream().map(Judgement::measure).toList());
  }

  private static Finding.Measure measure(NormValue norm) {
    return new Finding.Measure(
        norm.key(),
        withUnit(norm, norm.value()),
        norm.article(),
        norm.source(),
        norm.standing(),
        norm.paragraph(),
        withUnit(norm, norm.lawValue()));
  }

  private static @Nullable String withUnit(NormValue norm, @Nullable String value) {
    return value == null ? null : value + " " + norm.unit();
  }

  private static Decision withDigest(Decision decision, QuestionMemory memory) {
    return new Decision(
        decision.id(),
        decision.cooperative(),
        decision.question(),
        decision.referenceDate(),
        decision.outcome(),
        decision.missing(),
        decision.reasons(),
        decision.findings(),
        decision.edition(),
        Sha256.of(DecisionBytes.of(decision, memory)),
        decision.demonstration(),
        decision.basis());
  }

  /**
   * The decision without its id, so that the same facts, edition and day give the same bytes.
   *
   * @param withFacts also the values of facts. They are left out of the digest: a day of birth is
   *     one of some thirty thousand and could be found by trying.
   */
  static Map<String, Object> content(Decision decision, boolean withFacts) {
    var content = new LinkedHashMap<String, Object>();
    content.put("cooperative", decision.cooperative().toString());
    content.put("question", decision.question());
    content.put("referenceDate", decision.referenceDate().toString());
    content.put("outcome", decision.outcome().id());
    content.put("missing", decision.missing());
    content.put("reasons", decision.reasons());
    content.put(
        "findings", decision.findings().stream().map(one -> content(one, withFacts)).toList());
    content.put("edition", decision.edition());
    content.put("demonstration", decision.demonstration());
    put(content, decision.basis());
    return content;
  }

  static Map<String, Object> content(Finding finding, boolean withFacts) {
    var content = new LinkedHashMap<String, Object>();
    content.put("rule", finding.rule());
    content.put("held", finding.held());
    content.put("sentence", finding.sentence());
    content.put("article", finding.article());
    put(content, "fact", finding.fact());
    put(content, "factValue", withFacts ? finding.factValue() : null);
    put(content, "norm", finding.norm());
    put(content, "normValue", finding.normValue());
    put(content, "source", finding.source());
    put(content, "standing", finding.standing());
    put(content, "judgement", finding.judgement());
    if (finding.allowed() != null) {
      content.put("allowed", finding.allowed());
    }
    if (!finding.measures().isEmpty()) {
      content.put("norms", finding.measures().stream().map(Judgement::content).toList());
    }
    return content;
  }

  private static Map<String, Object> content(Finding.Measure measure) {
    var content = new LinkedHashMap<String, Object>();
    content.put("norm", measure.norm());
    put(content, "value", measure.value());
    content.put("article", measure.article());
    content.put("source", measure.source());
    content.put("standing", measure.standing());
    put(content, "paragraph", measure.paragraph());
    put(content, "lawValue", measure.lawValue());
    return content;
  }

  /** Only what there is, so that decisions from before keep their bytes. */
  private static void put(Map<String, Object> content, Basis basis) {
    if (!basis.verifications().isEmpty()) {
      content.put(
          "verifications",
          basis.verifications().stream()
              .map(
                  it ->
                      Map.of(
                          "figure", it.figure(),
                          "digest", it.digest(),
                          "demonstration", it.demonstration()))
              .toList());
    }
    if (!basis.charters().isEmpty()) {
      content.put(
          "charters",
          basis.charters().stream()
              .map(it -> Map.of("since", it.since().toString(), "digest", it.digest()))
              .toList());
    }
  }

  private static void put(Map<String, Object> content, String key, @Nullable String value) {
    if (value != null) {
      content.put(key, value);
    }
  }
}

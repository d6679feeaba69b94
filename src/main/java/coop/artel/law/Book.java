package coop.artel.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One edition with the cases that stand beside its rules, for people to read and to try.
 *
 * @param country id
 */
record Book(String country, Edition edition, List<Case> cases) {
  RuleBook.Question question(String name) {
    return RuleText.read(name, edition.file(name), edition.text(demanded(name)), edition);
  }

  List<RuleBook.Tried> tried(String question) {
    demanded(question);
    return cases.stream()
        .filter(it -> it.facts().question().equals(question))
        .map(this::tried)
        .toList();
  }

  private RuleBook.Tried tried(Case one) {
    var decision = one.ask(edition, true);
    return new RuleBook.Tried(
        one.id(),
        one.name(),
        one.day(),
        one.legalForm(),
        one.outcome(),
        one.restsOn(),
        one.expects(decision),
        decision);
  }

  Map<String, String> facts(String id) {
    return FactFields.texts(find(id).facts());
  }

  Decision whatIf(String id, LocalDate day, Map<String, String> typed) {
    var one = find(id);
    return one.with(facts(one.facts().question(), typed), day).ask(edition, true);
  }

  Facts facts(String question, Map<String, String> typed) {
    return FactFields.read(question, typed, edition.country().currency().getCurrencyCode());
  }

  private Case find(String id) {
    return cases.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new RulesUnknown(country, id));
  }

  String demanded(String question) {
    if (!edition.answers(question)) {
      throw new RulesUnknown(country, question);
    }
    return question;
  }
}

package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Wording;
import coop.artel.law.Decision;
import coop.artel.law.RuleBook;
import coop.artel.law.RuleBook.Tried;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the law about facts that somebody types, of a written case or for a cooperative. */
@Component
class WhatIf {
  /** What the charter and the legal form are taken from. */
  static final String BASE = "base";

  /** The reference date. */
  static final String DAY = "asOf";

  private final RuleBook book;
  private final Cooperatives cooperatives;

  WhatIf(RuleBook book, Cooperatives cooperatives) {
    this.book = book;
    this.cooperatives = cooperatives;
  }

  /** The box as it first stands: with the facts of a case, the first one where none is named. */
  Sent begin(String country, String question, @Nullable String id) {
    var cases = book.cases(country, question);
    var one =
        cases.stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .or(() -> cases.stream().findFirst());
    var values = new LinkedHashMap<String, String>();
    one.ifPresent(
        it -> {
          values.put(BASE, it.id());
          values.put(DAY, it.day().toString());
          values.putAll(book.facts(country, it.id()));
        });
    return Sent.first(values);
  }

  List<Option> bases(Caller caller, String country, String question, Wording wording) {
    var options = new ArrayList<Option>();
    served(caller, country)
        .forEach(
            it ->
                options.add(
                    new Option(
                        it.id().toString(), wording.say("rules.by-charter", it.shortName()))));
    for (Tried it : book.cases(country, question)) {
      options.add(new Option(it.id(), wording.say("rules.of-case", it.id(), it.name())));
    }
    return options;
  }

  private List<Cooperative> served(Caller caller, String country) {
    return cooperatives.all().stream()
        .filter(it -> it.country().equals(country) && caller.serves(it.id()))
        .toList();
  }

  /** Refused: {@link FieldsRefused}, {@code rules-unknown}. */
  Decision ask(
      Caller caller,
      String country,
      String question,
      String base,
      String day,
      Map<String, String> facts) {
    var own =
        served(caller, country).stream()
            .filter(it -> it.id().toString().equals(base))
            .map(Cooperative::id)
            .findFirst();
    new FieldsRefused.Check()
        .demand(own.isPresent() || isCase(country, question, base), BASE, "choose")
        .done();
    return own.<Decision>map(it -> ask(it, country, question, day(day), facts))
        .orElseGet(() -> book.whatIf(country, base, day(day), facts));
  }

  private Decision ask(
      CooperativeId id, String country, String question, LocalDate day, Map<String, String> facts) {
    return book.whatIf(id, country, question, day, facts);
  }

  private boolean isCase(String country, String question, String id) {
    return book.cases(country, question).stream().anyMatch(it -> it.id().equals(id));
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw FieldsRefused.of(DAY, text.isBlank() ? "day-empty" : "day-impossible");
    }
  }
}

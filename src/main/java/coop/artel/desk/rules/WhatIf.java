package coop.artel.desk.rules;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the law about facts that somebody types, of a written case or for a cooperative. */
@Component
class WhatIf {
  /** What the charter and the legal form are taken from. */
  static final String BASE = "base";

  /** The reference date. */
  static final String DAY = "asOf";

  /** Before the id of a legal form, where its law is asked on the ground of the cases. */
  static final String FORM = "form:";

  private final RuleBook book;
  private final Cooperatives cooperatives;
  private final Countries countries;

  WhatIf(RuleBook book, Cooperatives cooperatives, Countries countries) {
    this.book = book;
    this.cooperatives = cooperatives;
    this.countries = countries;
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

  /** A fact to fill in; chosen where there are words, and else typed. */
  record Field(String name, RuleBook.Kind kind, List<Option> words) {}

  /**
   * The facts of a question in order.
   *
   * @param cases what the written cases say: a country may have words of its own
   */
  List<Field> fields(
      Country country,
      String question,
      Collection<Map<String, String>> cases,
      Sent sent,
      Wording wording) {
    return book.fields(question).stream()
        .map(
            it -> {
              var words = new TreeSet<>(it.words());
              if (!words.isEmpty()) {
                cases.forEach(facts -> words.add(facts.getOrDefault(it.name(), "")));
                words.add(sent.value(it.name()));
                words.remove("");
              }
              var options = words.stream().map(word -> option(word, country, wording)).toList();
              return new Field(it.name(), it.kind(), options);
            })
        .toList();
  }

  List<Field> fields(String country, String question, Sent sent, Wording wording) {
    var cases =
        book.cases(country, question).stream().map(it -> book.facts(country, it.id())).toList();
    return fields(countries.of(country), question, cases, sent, wording);
  }

  private static Option option(String word, Country country, Wording wording) {
    var own =
        country.norms().values().stream()
            .flatMap(it -> Stream.ofNullable(it.wordNames().get(word)))
            .findFirst();
    return new Option(
        word, own.map(it -> it.in(wording.locale())).orElseGet(() -> wording.word(word)));
  }

  List<Option> bases(Caller caller, String country, String question, Wording wording) {
    var options = new ArrayList<Option>();
    served(caller, country)
        .forEach(
            it ->
                options.add(
                    new Option(
                        it.id().toString(), wording.say("rules.by-charter", it.shortName()))));
    for (String form : book.question(country, question).legalForms()) {
      options.add(
          new Option(
              FORM + form,
              wording.say("rules.by-form", RuleViews.form(countries.of(country), form, wording))));
    }
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
    boolean ofForm = isForm(country, question, base);
    new FieldsRefused.Check()
        .demand(own.isPresent() || ofForm || isCase(country, question, base), BASE, "choose")
        .done();
    if (ofForm) {
      var form = base.substring(FORM.length());
      return book.whatIfOfForm(country, question, form, day(day), facts);
    }
    return own.<Decision>map(it -> ask(it, country, question, day(day), facts))
        .orElseGet(() -> book.whatIf(country, base, day(day), facts));
  }

  private Decision ask(
      CooperativeId id, String country, String question, LocalDate day, Map<String, String> facts) {
    return book.whatIf(id, country, question, day, facts);
  }

  private boolean isForm(String country, String question, String base) {
    return base.startsWith(FORM)
        && book.question(country, question).legalForms().contains(base.substring(FORM.length()));
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

package coop.artel.desk.rules;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.Norm;
import coop.artel.law.Outcome;
import coop.artel.law.RuleBook;
import coop.artel.law.RuleBook.Tried;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules of a country as lawyers read them, with the cases beside the rule that answers them.
 */
@Component
class RuleViews {
  /** Those that rules may be for besides the forms of the country. */
  private static final Set<String> FORMS = Set.of("any", "community");

  private final RuleBook book;
  private final Countries countries;
  private final NormViews norms;

  RuleViews(RuleBook book, Countries countries, NormViews norms) {
    this.book = book;
    this.countries = countries;
    this.norms = norms;
  }

  /**
   * A question in the list of a country.
   *
   * @param red cases that come out otherwise than their lawyer wrote
   */
  record Row(String name, String words, int rules, int cases, int red) {}

  /**
   * A question with its rules.
   *
   * @param at where the page of the question is
   * @param draft of which it is; absent for what is in force
   * @param language of the sentences
   * @param granted cases in which nothing stands against it
   */
  record Whole(
      String at,
      @Nullable String draft,
      String country,
      String countryName,
      String language,
      String name,
      String words,
      String note,
      String file,
      String edition,
      List<String> legalForms,
      List<RuleView> rules,
      List<CaseView> granted,
      int cases,
      int red) {}

  /**
   * A rule as its file says it.
   *
   * @param cases in which it carries the outcome
   */
  record RuleView(
      String id,
      int line,
      String note,
      List<String> heads,
      List<String> conditions,
      String consequence,
      String article,
      List<NormView> norms,
      List<CaseView> cases) {
    /** Whether one of them comes out otherwise than its lawyer wrote. */
    public boolean red() {
      return cases.stream().anyMatch(it -> !it.asExpected());
    }
  }

  record NormView(String key, String name, List<NormViews.Line> lines) {}

  /**
   * A case that a lawyer wrote down.
   *
   * @param expected {@code granted}, {@code refused}, {@code missing}, {@code human}
   * @param found as {@code expected}: what the edition says
   */
  record CaseView(
      String id,
      String name,
      String day,
      String legalForm,
      String expected,
      String found,
      boolean asExpected,
      boolean restsOnUnverified) {}

  List<Row> rows(String country, Wording wording) {
    return book.questions(country).stream()
        .map(
            name -> {
              var cases = book.cases(country, name);
              return new Row(
                  name,
                  words(name, wording),
                  book.question(country, name).rules().size(),
                  cases.size(),
                  red(cases));
            })
        .toList();
  }

  Whole whole(String country, String name, Wording wording) {
    return whole(
        countries.of(country),
        "/rules/%s/%s".formatted(country, name),
        null,
        book.question(country, name),
        book.cases(country, name),
        wording);
  }

  /**
   * @param of the country by whose figures it is shown
   */
  Whole whole(
      Country of,
      String at,
      @Nullable String draft,
      RuleBook.Question question,
      List<Tried> cases,
      Wording wording) {
    var name = question.name();
    return new Whole(
        at,
        draft,
        of.id(),
        countryName(of, wording),
        of.rules(),
        name,
        words(name, wording),
        question.note(),
        question.file(),
        question.edition(),
        question.legalForms().stream().map(form -> form(of, form, wording)).toList(),
        question.rules().stream()
            .map(rule -> rule(of, question.legalForms(), rule, cases, wording))
            .toList(),
        cases.stream()
            .filter(it -> it.decision().outcome() == Outcome.GRANTED)
            .map(it -> view(of, it, wording))
            .toList(),
        cases.size(),
        red(cases));
  }

  static String words(String question, Wording wording) {
    return wording.sayOr("question." + question, question);
  }

  static String countryName(Country country, Wording wording) {
    return country.name().in(wording.locale());
  }

  private RuleView rule(
      Country country,
      Set<String> forms,
      RuleBook.Sentences rule,
      List<Tried> cases,
      Wording wording) {
    return new RuleView(
        rule.id(),
        rule.line(),
        rule.note(),
        rule.heads(),
        rule.conditions(),
        rule.consequence(),
        rule.article(),
        rule.norms().stream()
            .map(
                key ->
                    new NormView(
                        key,
                        NormViews.name(country, key, wording),
                        norms.lines(
                            country,
                            key,
                            form -> form.equals(Norm.ANY_FORM) || forms.contains(form),
                            wording)))
            .toList(),
        cases.stream()
            .filter(it -> it.decision().outcome() != Outcome.GRANTED)
            .filter(it -> it.decision().reasons().contains(rule.id()))
            .map(it -> view(country, it, wording))
            .toList());
  }

  private static CaseView view(Country country, Tried it, Wording wording) {
    return new CaseView(
        it.id(),
        it.name(),
        wording.date(it.day()),
        form(country, it.legalForm(), wording),
        it.expected().id(),
        it.decision().outcome().id(),
        it.asExpected(),
        !it.restsOn().isEmpty());
  }

  private static int red(List<Tried> cases) {
    return (int) cases.stream().filter(it -> !it.asExpected()).count();
  }

  static String form(Country country, String id, Wording wording) {
    if (FORMS.contains(id)) {
      return wording.say("rules.form." + id);
    }
    return country.legalForm(id).map(it -> it.abbreviation().in(wording.locale())).orElse(id);
  }
}

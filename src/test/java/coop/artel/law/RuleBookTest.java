package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import coop.artel.jurisdiction.Countries;
import coop.artel.values.FieldsRefused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lawyers read of the rules, and what they may try without keeping it. */
class RuleBookTest {
  private static final Countries COUNTRIES = new Countries();
  private static final RuleBook BOOK = RuleBooks.shipped(COUNTRIES);

  @Test
  void a_rule_is_shown_as_its_file_says_it() {
    var age =
        BOOK.question("ru", "admission").rules().stream()
            .filter(it -> it.id().equals("admission.age"))
            .findFirst()
            .orElseThrow();

    assertThat(age.heads())
        .containsExactly("по закону 3085-1, ст. 7", "для формы consumer-society");
    assertThat(age.conditions())
        .containsExactly(
            "выполнено условие admission.born",
            "заявителю исполнилось не меньше лет, чем требует норма membership.min-age");
    assertThat(age.consequence()).isEqualTo("иначе отказать");
    assertThat(age.norms()).containsExactly("membership.min-age");
  }

  @Test
  void every_rule_of_every_question_is_whole() {
    for (var name : BOOK.questions("ru")) {
      var question = BOOK.question("ru", name);
      assertThat(question.legalForms()).as(name).isNotEmpty();
      assertThat(question.rules())
          .as(name)
          .isNotEmpty()
          .allSatisfy(
              rule -> {
                assertThat(rule.conditions()).isNotEmpty();
                assertThat(rule.consequence()).startsWith("иначе");
                assertThat(rule.heads()).anyMatch(it -> it.contains(rule.article()));
              });
    }
  }

  @Test
  void the_shipped_cases_come_out_as_their_lawyers_wrote() {
    for (var name : BOOK.questions("ru")) {
      assertThat(BOOK.cases("ru", name)).as(name).isNotEmpty().allMatch(RuleBook.Tried::asExpected);
    }
  }

  @Test
  void a_case_whose_lawyer_expects_otherwise_is_red() {
    var one = CasesOf.read(RuleFiles.shipped(COUNTRIES, "ru")).get(0);
    var edition = new Editions(COUNTRIES).current("ru");
    var wrong =
        Case.read(
            "ru/cases/x.yaml",
            """
            - id: A1
              name: отказывают без причины
              question: decision-term
              day: 2025-03-03
              facts: {receivedOn: 2025-03-03, decidedOn: 2025-03-04}
              outcome: refused
            """);

    assertThat(one.expects(one.ask(edition, true))).isTrue();
    assertThat(wrong.get(0).expects(wrong.get(0).ask(edition, true))).isFalse();
  }

  @Test
  void other_facts_of_a_case_are_answered_and_nothing_of_the_case_changes() {
    var day = LocalDate.of(2025, 3, 3);
    var facts = new HashMap<>(BOOK.facts("ru", "A1"));
    assertThat(BOOK.whatIf("ru", "A1", day, facts).outcome()).isEqualTo(Outcome.GRANTED);

    facts.put("born", "2015-03-03");
    var young = BOOK.whatIf("ru", "A1", day, facts);
    assertThat(young.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(young.reasons()).containsExactly("admission.age");
    facts.remove("born");
    assertThat(BOOK.whatIf("ru", "A1", day, facts).missing()).containsExactly("born");

    assertThat(BOOK.cases("ru", "admission")).allMatch(RuleBook.Tried::asExpected);
  }

  @Test
  void a_value_that_is_none_is_told_at_its_fact() {
    var typed =
        Map.of("members", "девять", "votesFor", "1e9", "decidedOn", "31.02.2025", "body", "x");
    assertThatExceptionOfType(FieldsRefused.class)
        .isThrownBy(() -> BOOK.whatIf("ru", "A9", LocalDate.of(2025, 10, 20), typed))
        .satisfies(
            it ->
                assertThat(it.faults())
                    .extracting(FieldsRefused.Fault::field)
                    .containsExactly("members", "votesFor", "decidedOn"));
    assertThatExceptionOfType(FieldsRefused.class)
        .isThrownBy(
            () ->
                BOOK.whatIf(
                    "ru",
                    BOOK.cases("ru", "entry").get(0).id(),
                    LocalDate.of(2025, 10, 20),
                    Map.of("entranceFeePaid", "1e999999999", "decidedOn", "2025-01-02")))
        .satisfies(it -> assertThat(it.faults().get(0).code()).isEqualTo("figure-money"));
  }

  @Test
  void a_form_of_a_cases_facts_gives_the_same_facts_back() {
    for (var one : CasesOf.read(RuleFiles.shipped(COUNTRIES, "ru"))) {
      var typed = FactFields.texts(one.facts());
      assertThat(FactFields.read(one.facts().question(), typed, "RUB"))
          .as(one.id())
          .isEqualTo(one.facts());
    }
  }

  @Test
  void what_there_is_not_is_refused() {
    assertThatExceptionOfType(RulesUnknown.class).isThrownBy(() -> BOOK.questions("xx"));
    assertThatExceptionOfType(RulesUnknown.class).isThrownBy(() -> BOOK.question("ru", "outcome"));
    assertThatExceptionOfType(RulesUnknown.class)
        .isThrownBy(() -> BOOK.whatIf("ru", "A99", LocalDate.of(2025, 1, 1), Map.of()));
  }
}

package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.jurisdiction.Countries;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** One country, many legal forms: each is judged by its own law, and the decision says which. */
class LegalFormsTest {
  private static final Countries COUNTRIES = new Countries();
  private static final Edition EDITION = new Editions(COUNTRIES).current("ru");
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final Set<String> QUORUM =
      Set.of("general-meeting.quorum", "general-meeting.quorum-exact");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          consumer-society            | REFUSED | 3085-1, ст. 18
          production-cooperative      | REFUSED | 41-ФЗ, ст. 15
          union-of-consumer-societies | REFUSED | 3085-1, ст. 36(1)
          housing-cooperative         | REFUSED | ЖК, ст. 117(1)
          housing-savings-cooperative | GRANTED | ГК, ст. 181.2(1)
          community                   | GRANTED | ГК, ст. 181.2(1)
          """)
  void exactly_half_is_judged_by_the_law_of_the_form_and_by_the_code_where_it_has_none(
      String form, Outcome outcome, String article) {
    var decision = ask(form, gathered(120), QUORUM);

    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(rule(decision, "meeting-quorum.general").article()).isEqualTo(article);
  }

  @Test
  void what_the_special_and_the_general_law_both_say_stands_before_a_lawyer_has_verified_it() {
    var decision = ask("consumer-society", gathered(100), Set.of());

    var finding = rule(decision, "meeting-quorum.general");
    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(finding.standing()).isEqualTo("agreed");
    assertThat(finding.article()).isEqualTo("3085-1, ст. 18; ГК, ст. 181.2(1)");
    assertThat(finding.measures())
        .extracting(Finding.Measure::article)
        .containsExactly(
            "3085-1, ст. 18", "3085-1, ст. 18", "ГК, ст. 181.2(1)", "ГК, ст. 181.2(1)");
    assertThat(words().sentence(finding, Locale.forLanguageTag("ru")))
        .isEqualTo(
            "на общее собрание явилось больше 50\u00a0% всех, кто вправе голосовать, а ровно"
                + " столько недостаточно");
  }

  @Test
  void where_they_differ_a_human_decides_until_a_lawyer_has_verified_it() {
    assertThat(ask("consumer-society", gathered(120), Set.of()).outcome()).isEqualTo(Outcome.HUMAN);
  }

  @Test
  void a_rule_for_another_form_is_not_heard() {
    assertThat(ask("production-cooperative", gathered(200), Set.of()).findings())
        .extracting(Finding::rule)
        .contains("meeting-quorum.general")
        .doesNotContain("meeting-quorum.agricultural", "meeting-quorum.delegates");
  }

  @Test
  void a_form_that_no_rule_was_written_for_is_left_to_a_human() {
    assertThat(ask("sole-trader", gathered(240), Set.of()).outcome()).isEqualTo(Outcome.HUMAN);
    assertThat(ask("limited-liability-company", gathered(240), Set.of()).findings()).isEmpty();
  }

  @Test
  void of_an_organisation_without_members_only_its_collegial_organ_gathers() {
    var organ = new MeetingQuorumFacts("collegial", false, false, false, 10, 6, false, false);

    assertThat(ask("autonomous-organisation", gathered(240), Set.of()).outcome())
        .isEqualTo(Outcome.HUMAN);
    assertThat(ask("autonomous-organisation", organ, Set.of()).outcome())
        .isEqualTo(Outcome.GRANTED);
    assertThat(ask("consumer-society", organ, Set.of()).outcome()).isEqualTo(Outcome.HUMAN);
  }

  @Test
  void a_consumer_society_asks_about_a_company_by_the_law_of_companies() {
    assertThat(ask("consumer-society", new CompanyFacts(true, 51, false), Set.of()).reasons())
        .containsExactly("company.participants");
  }

  @Test
  void a_form_that_every_rule_of_its_file_passes_by_is_left_to_a_human() {
    var file = "rules/ru/exit.dslr";
    var text = SandboxTest.resource(file);
    var facts = new ExitFacts(DAY, DAY.plusDays(20), true, "council", false);

    var edition = edition(file, text.substring(0, text.indexOf("правило exit.body")));
    var decision = ask(edition, "consumer-society", facts, Set.of());

    assertThat(decision.outcome()).isEqualTo(Outcome.HUMAN);
    assertThat(decision.findings()).isEmpty();
  }

  @Test
  void a_rule_for_a_form_that_the_country_does_not_know_is_refused() {
    var file = "rules/ru/exit.dslr";
    var text =
        SandboxTest.resource(file)
            .replace("для формы production-cooperative\nесли", "для формы kolkhoz\nесли");

    assertThatThrownBy(() -> edition(file, text))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            refusal -> assertThat(refusal.arguments()).contains("для формы kolkhoz"));
  }

  private static MeetingQuorumFacts gathered(int participants) {
    return new MeetingQuorumFacts("general", false, false, false, 240, participants, false, false);
  }

  private static Edition edition(String file, String text) {
    return Edition.compile(
        RuleBooks.files(
            "rules/vocabulary/ru.dsl",
            Map.of(
                file,
                text,
                "rules/ru/outcome.dslr",
                SandboxTest.resource("rules/ru/outcome.dslr"))));
  }

  private static Decision ask(String form, Facts facts, Set<String> verified) {
    return ask(EDITION, form, facts, verified);
  }

  private static Decision ask(Edition edition, String form, Facts facts, Set<String> verified) {
    return new Case(
            "form", "", DAY, facts, form, Map.of(), Set.of(), Outcome.HUMAN, Set.of(), "", verified)
        .ask(edition, true);
  }

  private static Finding rule(Decision decision, String rule) {
    return decision.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Explanations words() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/law");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Explanations(messages, COUNTRIES);
  }
}

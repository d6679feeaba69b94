package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
import coop.artel.law.GapReport.Kind;
import coop.artel.law.GapReport.Way;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is found in rulesets that were made to be wrong, and in those that are shipped. */
class GapsTest {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final RuleFiles SHIPPED = RuleFiles.shipped(new Countries(), "ru");
  static final Edition EDITION = new Editions(new Countries()).of(SHIPPED);
  private static final List<Case> CASES = CasesOf.read(SHIPPED);
  private static final String ANSWERS = SHIPPED.byPath().get("rules/ru/outcome.dslr");
  private static final String SOCIETY = "consumer-society";

  private static final String ADDRESSEE =
      """
      правило admission.addressee
      по закону 3085-1, ст. 10(1)
      если
          заявление обращено к органу, который называет норма admission.addressee
      то
          иначе отказать
      конец
      """;

  private static final String BORN =
      """
      правило admission.born
      по закону 3085-1, ст. 10(1)
      если
          в заявлении указана дата рождения
      то
          иначе не хватает: born
      конец
      """;

  private static final String HUMAN = "иначе решает человек";

  private static final String ADDRESSED_TO_MEETING =
      "    заявление обращено к органу, который называет норма exclusion.decided-by";

  @Test
  void rules_that_fit_together_and_answer_every_cell_are_found_whole() {
    var report = made(ANSWERS, ADDRESSEE, BORN);

    assertThat(kinds(report)).containsExactly(Kind.FACT_UNREAD);
    assertThat(report.findings().get(0).facts())
        .contains("inWriting", "consentGivenOn")
        .doesNotContain("addressedTo", "born");
    assertThat(report.way()).isEqualTo(Way.EACH);
    assertThat(report.cells()).isEqualTo(report.looked());
  }

  @Test
  void two_conditions_of_which_one_demands_what_the_other_refuses_contradict_each_other() {
    var report =
        made(ANSWERS, ADDRESSEE, rule("meeting", ADDRESSED_TO_MEETING, "иначе отказать"), BORN);

    assertThat(found(report, Kind.EXCLUDE_EACH_OTHER).rules())
        .containsExactly("admission.addressee", "admission.meeting");
    var never = found(report, Kind.NEVER_GRANTED);
    assertThat(never.rules()).isNotEmpty().doesNotContain("admission.born");
    assertThat(never.example()).containsKey("born");
    assertThat(report.contradictions()).hasSize(2);
  }

  @Test
  void one_failure_that_refuses_and_lets_add_something_contradicts_itself() {
    var twin =
        rule(
            "addressee-too",
            "    заявление обращено к органу, который называет норма admission.addressee",
            "иначе не хватает: address");
    var report = made(ANSWERS, ADDRESSEE, twin, BORN);

    assertThat(found(report, Kind.SAME_WITH_TWO_ENDS).rules())
        .containsExactly("admission.addressee", "admission.addressee-too");
    assertThat(found(report, Kind.NEVER_DECIDES).rules())
        .containsExactly("admission.addressee-too");
  }

  @Test
  void two_answers_at_once_contradict_each_other() {
    var both =
        answer(
            "both",
            "    есть условие, из-за которого отказывают\n"
                + "    есть условие, о котором судит человек",
            "решает человек");
    var report =
        made(
            ANSWERS + both,
            ADDRESSEE,
            rule("name", "    в заявлении указаны фамилия, имя и отчество, если оно есть", HUMAN));

    var found = found(report, Kind.TWO_ANSWERS);
    assertThat(found.outcomes()).containsExactly(Outcome.REFUSED, Outcome.HUMAN);
    assertThat(found.example()).containsEntry("nameGiven", "false");
  }

  @Test
  void to_grant_against_a_condition_is_a_contradiction() {
    var report =
        made(
            without("outcome.human")
                + answer("lenient", "    есть условие, о котором судит человек", "удовлетворить"),
            rule("name", "    в заявлении указаны фамилия, имя и отчество, если оно есть", HUMAN));

    assertThat(found(report, Kind.GRANTED_AGAINST).rules()).containsExactly("admission.name");
  }

  @Test
  void a_cell_that_no_rule_answers_is_a_gap() {
    var report =
        made(
            without("outcome.human"),
            rule("name", "    в заявлении указаны фамилия, имя и отчество, если оно есть", HUMAN));

    assertThat(found(report, Kind.NO_ANSWER).example()).containsEntry("nameGiven", "false");
  }

  @Test
  void a_question_without_a_rule_for_the_form_has_no_answer() {
    var report = gaps(compile(ANSWERS, ADDRESSEE, BORN), "production-cooperative", DAY);

    assertThat(kinds(report)).contains(Kind.NO_ANSWER);
    assertThat(report.cells()).isEqualTo(1);
  }

  @Test
  void a_condition_that_cannot_be_met_and_what_builds_on_it_are_told() {
    var impossible =
        """
        правило admission.impossible
        по закону 3085-1, ст. 10(1)
        если
            выполнено условие admission.addressee
        %s
        то
            иначе отказать
        конец
        """
            .formatted(ADDRESSED_TO_MEETING);
    var unreached =
        """
        правило admission.unreached
        по закону 3085-1, ст. 10(1)
        если
            выполнено условие admission.impossible
            в заявлении указано место жительства
        то
            иначе отказать
        конец
        """;
    var needless =
        """
        правило admission.needless
        по закону 3085-1, ст. 10(1)
        если
            выполнено условие admission.born
            в заявлении указана дата рождения
        то
            иначе отказать
        конец
        """;
    var report = made(ANSWERS, ADDRESSEE, impossible, unreached, BORN, needless);

    assertThat(found(report, Kind.NEVER_MET).rules()).containsExactly("admission.impossible");
    assertThat(found(report, Kind.NEVER_ASKED).rules()).containsExactly("admission.unreached");
    assertThat(found(report, Kind.NEVER_FAILS).rules()).containsExactly("admission.needless");
    assertThat(kinds(report)).contains(Kind.NEVER_GRANTED);
  }

  @Test
  void a_rule_that_is_not_in_force_on_the_day_is_left_out() {
    var dated =
        rule("meeting", ADDRESSED_TO_MEETING, "иначе отказать")
            .replace("если", "действует с 2026-03-03\nесли");

    assertThat(made(ANSWERS, ADDRESSEE, dated).contradictions()).isEmpty();
    var next = gaps(compile(ANSWERS, ADDRESSEE, dated), SOCIETY, DAY.plusDays(1));
    assertThat(kinds(next)).contains(Kind.EXCLUDE_EACH_OTHER);
    assertThat(next.turns()).contains(LocalDate.of(2026, 3, 3));
  }

  @Test
  void a_finding_keeps_its_name_in_another_edition_and_has_another_for_another_form() {
    var meeting = rule("meeting", ADDRESSED_TO_MEETING, "иначе отказать");
    var first = found(made(ANSWERS, ADDRESSEE, meeting), Kind.EXCLUDE_EACH_OTHER);
    var later = made(ANSWERS, "# Иначе.\n" + ADDRESSEE, meeting, BORN);
    assertThat(found(later, Kind.EXCLUDE_EACH_OTHER).id()).isEqualTo(first.id());

    var exit = of("exit", "consumer-society", 100_000);
    var other = of("exit", "production-cooperative", 100_000);
    assertThat(exit.findings().get(0).id()).isNotEqualTo(other.findings().get(0).id());
  }

  @Test
  void facts_are_cut_at_the_bounds_that_rules_and_norms_name() {
    // The charter of the cases asks for 18 years.
    var admission = cut("admission", SOCIETY);
    assertThat(admission.get("born")).containsExactly("2008-03-01", "2008-03-02", "2008-03-03", "");
    assertThat(admission.get("consentGivenOn"))
        .containsExactly("2025-08-31", "2025-09-01", "2026-03-02", "");
    assertThat(admission.get("addressedTo")).contains("council", "other");
    assertThat(admission.get("inWriting")).containsExactly("true", "false");

    assertThat(cut("meeting-vote", SOCIETY).get("votesOfOne")).containsExactly("1", "2", "0");
    assertThat(cut("exit", "production-cooperative").get("leavesOn"))
        .containsExactly("2026-03-15", "2026-03-16", "2026-03-17", "");
    assertThat(cut("payout", SOCIETY).get("payments"))
        .containsExactly("199.99", "200.00", "200.01", "");
    assertThat(cut("breach-notice", "any").get("firstNoticeAt"))
        .containsExactly("2026-03-03T11:59", "2026-03-03T12:00", "2026-03-03T12:01", "");
  }

  private static Map<String, List<String>> cut(String question, String form) {
    var cut = new HashMap<String, List<String>>();
    of(question, form, 50).axes().forEach(it -> cut.put(it.fact(), it.values()));
    return cut;
  }

  @TestFactory
  Stream<DynamicTest> in_parts_the_same_is_found_as_cell_by_cell() {
    return Stream.of(
            "competence/consumer-society",
            "meeting-quorum/agricultural-consumer-cooperative",
            "meeting-vote/housing-cooperative",
            "sole-trader/sole-trader",
            "lapse/consumer-society",
            "signature/any")
        .map(it -> it.split("/"))
        .map(
            it ->
                DynamicTest.dynamicTest(
                    String.join(" ", it),
                    () -> {
                      var each = of(it[0], it[1], 100_000);
                      int less = (int) each.cells() - 1;
                      var parts = of(it[0], it[1], less);
                      assertThat(each.way()).isEqualTo(Way.EACH);
                      assertThat(parts.way()).isIn(Way.BY_PARTS, Way.NOT_WHOLE);
                      if (parts.way() == Way.BY_PARTS) {
                        assertThat(ids(parts)).isEqualTo(ids(each));
                      }
                    }));
  }

  private static List<String> ids(GapReport report) {
    return report.findings().stream().map(GapReport.Found::id).sorted().toList();
  }

  @Test
  void what_is_too_large_is_not_gone_through_and_says_so() {
    var council = of("council-vote", SOCIETY, 100_000);
    assertThat(council.cells()).isGreaterThan(100_000);
    assertThat(council.way()).isEqualTo(Way.BY_PARTS);
    assertThat(council.looked()).isLessThan(100_000);

    var none = of("council-vote", SOCIETY, 5);
    assertThat(none.way()).isEqualTo(Way.NOT_WHOLE);
    assertThat(none.apart()).contains("votesFor", "members").doesNotContain("body");
    assertThat(kinds(none)).doesNotContain(Kind.NEVER_GRANTED, Kind.NO_ANSWER);
  }

  @TestFactory
  Stream<DynamicTest> the_shipped_rules_contradict_each_other_nowhere_and_examples_show_it() {
    return EDITION.questions().stream()
        .flatMap(
            question ->
                EDITION.legalForms(question).stream()
                    .map(
                        form ->
                            DynamicTest.dynamicTest(
                                question + " " + form, () -> assertSound(question, form))));
  }

  private static void assertSound(String question, String form) {
    var report = of(question, form, 2_000);
    assertThat(report.contradictions()).isEmpty();
    assertThat(kinds(report)).doesNotContain(Kind.NO_ANSWER, Kind.NEVER_ASKED, Kind.NEVER_MET);
    for (var found : report.findings()) {
      if (!found.example().isEmpty()) {
        var facts = FactFields.read(question, found.example(), "RUB");
        var decision =
            Ground.of(question, form, CASES)
                .about(facts, DAY, EDITION.country())
                .ask(EDITION, true);
        assertThat(decision.findings()).extracting(Finding::rule).containsAll(found.rules());
        assertShows(found, decision);
      }
    }
  }

  private static void assertShows(GapReport.Found found, Decision decision) {
    var outcome = decision.outcome();
    switch (found.kind()) {
      case NO_FIGURE ->
          assertThat(decision.findings())
              .filteredOn(it -> found.rules().contains(it.rule()))
              .allSatisfy(it -> assertThat(it.standing()).isEqualTo("absent"));
      case ONLY_BY_HUMAN -> assertThat(outcome).isEqualTo(Outcome.HUMAN);
      case GRANTED_ON_NOTHING -> assertThat(outcome).isEqualTo(Outcome.GRANTED);
      default -> assertThat(outcome).isNotNull();
    }
  }

  @Test
  void the_bounds_of_every_sentence_are_known() {
    var country = EDITION.country();
    var norms =
        Ground.of("founding", SOCIETY, CASES)
            .about(new FoundingFacts(1, 1, 0, false, 0), DAY, country)
            .norms(country);
    for (var key : Meaning.all()) {
      var parts = key.split("/");
      int names = Integer.parseInt(parts[1]);
      var asked =
          new Guarded.Asked(
              Meaning.of(parts[0], names).orElseThrow(),
              Collections.nCopies(names, "formation.min-citizens"));
      var rule =
          new Guarded("a.b", 0, null, null, List.of(asked), new Guarded.Find("refused", null));

      var cut = Cuts.of("founding", new InForce(country, SOCIETY, List.of(rule)), norms, DAY);
      assertThat(cut.factsOf()).as(key).containsKey("a.b");
    }
  }

  @Test
  void a_word_that_was_not_typed_is_one_that_no_rule_knows() {
    var facts = FactFields.read("meeting-quorum", Map.of("entitled", "10"), "RUB");

    var decision =
        Ground.of("meeting-quorum", SOCIETY, CASES)
            .about(facts, DAY, EDITION.country())
            .ask(EDITION, true);
    assertThat(decision.findings()).isNotEmpty();
  }

  private static List<Kind> kinds(GapReport report) {
    return report.findings().stream().map(GapReport.Found::kind).distinct().toList();
  }

  private static GapReport.Found found(GapReport report, Kind kind) {
    assertThat(kinds(report)).contains(kind);
    return report.findings().stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
  }

  private static GapReport of(String question, String form, int most) {
    return Gaps.of(EDITION, question, Ground.of(question, form, CASES), DAY, most);
  }

  private static GapReport made(String answers, String... rules) {
    return gaps(compile(answers, rules), SOCIETY, DAY);
  }

  private static GapReport gaps(Edition edition, String form, LocalDate day) {
    return Gaps.of(edition, "admission", new Ground(form, Map.of()), day);
  }

  private static Edition compile(String answers, String... rules) {
    var text = "правила для формы consumer-society\n\n" + String.join("\n", Arrays.asList(rules));
    return Edition.compile(
        RuleBooks.files(
            "rules/vocabulary/ru.dsl",
            Map.of("rules/ru/admission.dslr", text, "rules/ru/outcome.dslr", answers)));
  }

  private static String rule(String name, String condition, String consequence) {
    return """
    правило admission.%s
    по закону 3085-1, ст. 10(1)
    если
    %s
    то
        %s
    конец
    """
        .formatted(name, condition, consequence);
  }

  private static String answer(String name, String conditions, String answer) {
    return """

    правило outcome.%s
    после всех условий
    если
    %s
    то
        ответ: %s
    конец
    """
        .formatted(name, conditions, answer);
  }

  private static String without(String rule) {
    var start = ANSWERS.indexOf("правило " + rule);
    var end = ANSWERS.indexOf("конец", start) + "конец".length();
    return ANSWERS.substring(0, start) + ANSWERS.substring(end).stripLeading();
  }
}

package coop.artel.law;

import static coop.artel.law.PastDecisions.LAWYER;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
import coop.artel.law.EditionCheck.Candidate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is demanded of an edition before it is put in force, beyond its cases and articles. */
class EditionChecksTest {
  private static final Countries COUNTRIES = new Countries();
  private static final Editions EDITIONS = new Editions(COUNTRIES);
  private static final RuleFiles SHIPPED = RuleFiles.shipped(COUNTRIES, "ru");
  private static final String MINUTES = "rules/ru/minutes.dslr";
  private static final String TWIN =
      """

      правило minutes.chair-again
      по закону ГК, ст. 181.2(3)
      если
          протокол собрания подписал председатель
      то
          иначе отказать
      конец
      """;
  private static final RuleFiles AGE =
      PastDecisions.files(
          "{forms: [consumer-society], value: 16, article: \"3085-1, ст. 7\"",
          "{forms: [consumer-society], value: 18, article: \"3085-1, ст. 7\"");

  private final PastDecisions past = new PastDecisions();
  private final PastDecisions.Node node = past.node();
  private final PastReplayed replayed = new PastReplayed(node.replay);
  private final Contradictions contradictions = new Contradictions(past.service);
  private final GapReports reports = new GapReports(EDITIONS, COUNTRIES, () -> Duration.ZERO);
  private final ContradictionsExplained explained =
      new ContradictionsExplained(reports, contradictions);

  @Test
  void it_may_be_proposed_once_past_decisions_are_asked_about_and_published_once_all_were() {
    assertThat(codes(replayed, AGE, false)).containsExactly("past-not-asked");
    var cancelled = node.replay.start(LAWYER, AGE, null, null);
    assertThat(codes(replayed, AGE, false)).isEmpty();
    assertThat(codes(replayed, AGE, true)).containsExactly("past-not-asked");
    node.replay.cancel(LAWYER, cancelled.id());
    assertThat(codes(replayed, AGE, false)).containsExactly("past-not-asked");

    var run = node.replayed(AGE);

    assertThat(run.total()).as("nothing was ever decided here").isZero();
    assertThat(codes(replayed, AGE, true)).isEmpty();
    assertThat(codes(replayed, SHIPPED, true)).containsExactly("past-not-asked");
  }

  @Test
  void a_replay_of_one_question_is_not_enough() {
    node.replay.start(LAWYER, AGE, "admission", null);
    node.rounds(7).round();

    assertThat(codes(replayed, AGE, true)).containsExactly("past-not-asked");
  }

  @Test
  void cases_come_out_as_they_say_and_on_a_question_without_rules_none_does() {
    var green = new CasesGreen();
    assertThat(codes(green, SHIPPED, false)).isEmpty();

    assertThat(green.faults(candidate(AGE, SHIPPED, false)))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("case-red"))
        .allSatisfy(fault -> assertThat(fault.stands()).isTrue());
    var less = SHIPPED.with(Map.of("rules/ru/payout.dslr", Optional.empty()));
    assertThat(green.faults(candidate(less, SHIPPED, false)))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("case-red"))
        .allSatisfy(fault -> assertThat(fault.question()).contains("payout"));
  }

  @Test
  void a_contradiction_in_what_the_change_touches_is_a_fault_until_a_lawyer_explains_it() {
    var twin = SHIPPED.with(Map.of(MINUTES, Optional.of(SHIPPED.byPath().get(MINUTES) + TWIN)));
    var found = explained.faults(candidate(twin, SHIPPED, false));
    assertThat(found)
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(fault.stands()).isTrue();
              assertThat(fault.code()).isEqualTo("contradiction");
              assertThat(fault.question()).contains("minutes");
              assertThat(fault.arguments().get(0)).contains("minutes.chair-again");
            });
    assertThat(explained.faults(candidate(twin, twin, false))).as("touched by nothing").isEmpty();

    for (var form : reports.legalForms(twin, "minutes")) {
      var report = reports.of(twin, "minutes", form, GapsTest.DAY);
      report
          .contradictions()
          .forEach(it -> contradictions.explain(LAWYER, "ru", report, it.id(), "Так задумано"));
    }

    assertThat(explained.faults(candidate(twin, SHIPPED, false))).isEmpty();
  }

  @Test
  void a_figure_touches_the_questions_that_measure_by_it_and_a_case_none() {
    var edition = EDITIONS.of(AGE);
    var measured =
        edition.questions().stream()
            .filter(
                it ->
                    edition.rules(it).values().stream()
                        .anyMatch(rule -> rule.norms().contains("membership.min-age")))
            .collect(Collectors.toSet());
    assertThat(measured).contains("admission");
    assertThat(Touched.questions(SHIPPED, AGE, edition)).hasSameElementsAs(measured);

    var cases = "jurisdictions/ru/cases/admission.yaml";
    var fewer = SHIPPED.with(Map.of(cases, Optional.empty()));
    assertThat(Touched.questions(SHIPPED, fewer, EDITIONS.of(fewer))).isEmpty();
  }

  @Test
  void rules_of_the_answer_and_the_vocabulary_touch_every_question() {
    var answers = "rules/ru/outcome.dslr";
    var path =
        SHIPPED.byPath().keySet().stream()
            .filter(it -> it.startsWith("rules/vocabulary/"))
            .findFirst()
            .orElseThrow();
    Stream.of(
            Map.of(path, Optional.of(SHIPPED.byPath().get(path) + "\n# ещё слово\n")),
            Map.of(
                answers,
                Optional.of(SHIPPED.byPath().get(answers).replace("outcome.human", "outcome.man"))))
        .map(SHIPPED::with)
        .forEach(
            changed ->
                assertThat(Touched.questions(SHIPPED, changed, EDITIONS.of(SHIPPED)))
                    .hasSameElementsAs(EDITIONS.of(SHIPPED).questions()));
  }

  private static Candidate candidate(RuleFiles files, RuleFiles before, boolean atOnce) {
    return new Candidate(files, EDITIONS.of(files), before, GapsTest.DAY, atOnce);
  }

  private static List<String> codes(EditionCheck check, RuleFiles files, boolean atOnce) {
    return check.faults(candidate(files, SHIPPED, atOnce)).stream()
        .map(EditionFault::code)
        .toList();
  }
}

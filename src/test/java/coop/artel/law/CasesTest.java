package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What lawyers have written down, asked of the shipped editions. */
class CasesTest {
  private static final Countries COUNTRIES = new Countries();
  private static final Editions EDITIONS = new Editions(COUNTRIES);

  /** Nothing of what the law is asked is established there. */
  private static final Set<String> WITHOUT_RULES = Set.of("kg");

  @TestFactory
  Stream<DynamicTest> cases() {
    var tests = new ArrayList<DynamicTest>();
    for (var country : COUNTRIES.ids()) {
      var edition = EDITIONS.current(country);
      for (var one : cases(country)) {
        tests.add(
            DynamicTest.dynamicTest(
                "%s %s: %s".formatted(country, one.id(), one.name()),
                () -> assertDecided(one, edition)));
        if (!one.restsOn().isEmpty()) {
          tests.add(
              DynamicTest.dynamicTest(
                  "%s %s: пока не проверено, решает человек".formatted(country, one.id()),
                  () -> assertLeftToAHuman(one, edition)));
        }
      }
    }
    return tests.stream();
  }

  private static void assertDecided(Case one, Edition edition) {
    var decision = one.ask(edition, true);

    assertThat(one.expects(decision)).as("%s", decision).isTrue();
  }

  private static void assertLeftToAHuman(Case one, Edition edition) {
    var decision = one.ask(edition, false);

    assertThat(decision.outcome()).as("%s", decision).isEqualTo(Outcome.HUMAN);
    assertThat(decision.findings())
        .filteredOn(finding -> decision.reasons().contains(finding.rule()))
        .extracting(Finding::standing)
        .containsAnyOf("unverified", "preliminary");
  }

  /** The collection of cases that the rules are held to, the identifiers and terms apart. */
  @Test
  void every_case_of_the_collection_stands() {
    assertThat(ids("ru"))
        .containsAll(numbered("A", 20, twice(16, 18)))
        .containsAll(numbered("M", 35, twice(7, 8, 13, 14, 15, 16, 18, 19, 20, 22, 23, 24, 34)))
        .containsAll(numbered("D", 10, twice(6)))
        .containsAll(numbered("R", 7, twice(3, 4, 5)))
        .containsAll(numbered("L", 7, twice(2)))
        .containsAll(numbered("P", 4, twice()))
        .containsAll(numbered("E", 6, twice(1, 3)))
        .containsAll(numbered("X", 5, twice(1)));
    assertThat(ids("de")).containsAll(numbered("G", 11, twice(2, 3, 5, 8)));
    assertThat(ids("es")).containsAll(numbered("N", 7, twice(1, 2, 3, 4)));
    assertThat(ids("eu")).containsAll(numbered("U", 8, Map.of(1, 3, 2, 2, 3, 3, 4, 3, 5, 2, 6, 2)));
    assertThat(ids("it")).containsAll(numbered("I", 2, Map.of(1, 4, 2, 2)));
    assertThat(ids("uk")).containsAll(numbered("K", 1, Map.of(1, 3)));
    assertThat(ids("fi")).containsAll(numbered("F", 2, twice()));
    assertThat(ids("am")).containsAll(numbered("Y", 2, twice(1)));
    assertThat(ids("by")).containsAll(numbered("B", 1, twice(1)));
    assertThat(ids("kz")).contains("Z1", "X6.1", "X6.2");
  }

  private static Set<String> ids(String country) {
    var ids = new TreeSet<String>();
    for (var one : cases(country)) {
      assertThat(ids.add(one.id())).as("doubled: %s", one.id()).isTrue();
    }
    return ids;
  }

  /**
   * @param split of which the collection gives several figures, so that there are as many cases
   */
  private static Set<String> numbered(String letter, int last, Map<Integer, Integer> split) {
    var ids = new TreeSet<String>();
    for (int i = 1; i <= last; i++) {
      int parts = split.getOrDefault(i, 1);
      for (int part = 1; part <= parts; part++) {
        ids.add(parts == 1 ? letter + i : "%s%d.%d".formatted(letter, i, part));
      }
    }
    return ids;
  }

  private static Map<Integer, Integer> twice(Integer... numbers) {
    return Stream.of(numbers).collect(Collectors.toMap(number -> number, number -> 2));
  }

  @Test
  void a_case_rests_on_what_is_verified_for_it_and_on_nothing_else() {
    for (var country : COUNTRIES.ids()) {
      var edition = EDITIONS.current(country);
      var verifiable = edition.country().verifiable();
      var everything = edition.verified(verifiable, Set.of());
      for (var one : cases(country)) {
        var id = country + " " + one.id();

        assertThat(verifiable).as(id).containsAll(one.restsOn());
        if (one.outcome() != Outcome.HUMAN && one.restsOn().isEmpty()) {
          assertThat(one.ask(edition, false).outcome())
              .as("decided without anything being verified: %s", id)
              .isEqualTo(one.outcome());
        }
        if (one.outcome() == Outcome.HUMAN) {
          assertThat(one.ask(everything, false).outcome())
              .as("left to a human whatever is verified: %s", id)
              .isEqualTo(Outcome.HUMAN);
        }
      }
    }
  }

  @Test
  void every_question_has_cases_and_every_rule_once_fails() {
    for (var country : COUNTRIES.ids()) {
      var edition = EDITIONS.current(country);
      assertThat(edition.decides()).as(country).isNotEqualTo(WITHOUT_RULES.contains(country));
      var failed = new TreeSet<String>();
      var granted = new TreeSet<String>();
      for (var one : cases(country)) {
        var decision = one.ask(edition, true);
        decision.findings().stream()
            .filter(finding -> !finding.held())
            .forEach(finding -> failed.add(finding.rule()));
        if (decision.granted()) {
          granted.add(decision.question());
        }
      }
      var rules = new TreeSet<String>();
      for (var question : edition.questions()) {
        edition.rules(question).values().stream()
            .filter(rule -> !rule.answers())
            .forEach(rule -> rules.add(rule.id()));
      }

      assertThat(failed).as(country).isEqualTo(rules);
      assertThat(granted).as(country).containsExactlyElementsOf(edition.questions());
    }
  }

  private static List<Case> cases(String country) {
    return CasesOf.read(EDITIONS.shippedFiles(country));
  }

  /** Those of Russia. */
  static List<Case> read() {
    return cases("ru");
  }
}

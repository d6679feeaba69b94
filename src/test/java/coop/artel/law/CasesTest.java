package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What lawyers have written down, asked of the shipped edition. */
class CasesTest {
  private static final Editions EDITIONS = new Editions(new Countries());

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var one : read()) {
      tests.add(
          DynamicTest.dynamicTest(
              "%s: %s".formatted(one.id(), one.name()), () -> assertDecided(one)));
      if (!one.restsOn().isEmpty()) {
        tests.add(
            DynamicTest.dynamicTest(
                "%s: пока не проверено, решает человек".formatted(one.id()),
                () -> assertLeftToAHuman(one)));
      }
    }
    return tests.stream();
  }

  private static void assertDecided(Case one) {
    var decision = one.ask(EDITIONS.current("ru"), true);

    assertThat(decision.outcome()).as("%s", decision).isEqualTo(one.outcome());
    assertThat(decision.missing()).containsExactlyElementsOf(one.missing());
    if (!one.article().isEmpty()) {
      assertThat(decision.findings())
          .filteredOn(finding -> decision.reasons().contains(finding.rule()))
          .extracting(Finding::article)
          .anySatisfy(article -> assertThat(article.split("; ")).contains(one.article()));
    }
  }

  private static void assertLeftToAHuman(Case one) {
    var decision = one.ask(EDITIONS.current("ru"), false);

    assertThat(decision.outcome()).as("%s", decision).isEqualTo(Outcome.HUMAN);
    assertThat(decision.findings())
        .filteredOn(finding -> decision.reasons().contains(finding.rule()))
        .extracting(Finding::standing)
        .containsAnyOf("unverified", "preliminary");
  }

  /** The collection of cases that the rules are held to, Russia's part of it. */
  @Test
  void every_case_of_the_collection_stands() throws IOException {
    var ids = new TreeSet<String>();
    for (var one : read()) {
      assertThat(ids.add(one.id())).as("doubled: %s", one.id()).isTrue();
    }

    assertThat(ids)
        .containsAll(numbered("A", 1, 20, 16, 18))
        .containsAll(numbered("M", 1, 35, 7, 8, 13, 14, 15, 16, 18, 19, 20, 22, 23, 24, 34))
        .containsAll(numbered("D", 1, 10, 6))
        .containsAll(numbered("R", 1, 7, 3, 4, 5))
        .containsAll(numbered("L", 1, 7, 2))
        .containsAll(numbered("P", 1, 4))
        .containsAll(numbered("E", 1, 6, 1, 3))
        .containsAll(numbered("X", 1, 5, 1));
  }

  /**
   * @param halved of which the collection gives two figures, so that there are two cases
   */
  private static Set<String> numbered(String letter, int first, int last, Integer... halved) {
    var ids = new TreeSet<String>();
    for (int i = first; i <= last; i++) {
      if (Set.of(halved).contains(i)) {
        ids.add("%s%d.1".formatted(letter, i));
        ids.add("%s%d.2".formatted(letter, i));
      } else {
        ids.add(letter + i);
      }
    }
    return ids;
  }

  @Test
  void a_case_rests_on_what_is_verified_for_it_and_on_nothing_else() throws IOException {
    for (var one : read()) {
      var verifiable = EDITIONS.current("ru").country().verifiable();

      assertThat(verifiable).as(one.id()).containsAll(one.restsOn());
      if (one.outcome() != Outcome.HUMAN && one.restsOn().isEmpty()) {
        assertThat(one.ask(EDITIONS.current("ru"), false).outcome())
            .as("decided without anything being verified: %s", one.id())
            .isEqualTo(one.outcome());
      }
      if (one.outcome() == Outcome.HUMAN) {
        assertThat(one.ask(EDITIONS.current("ru").verified(verifiable, Set.of()), false).outcome())
            .as("left to a human whatever is verified: %s", one.id())
            .isEqualTo(Outcome.HUMAN);
      }
    }
  }

  @Test
  void every_question_has_cases_and_every_rule_once_fails() throws IOException {
    var failed = new TreeSet<String>();
    for (var one : read()) {
      one.ask(EDITIONS.current("ru"), true).findings().stream()
          .filter(finding -> !finding.held())
          .forEach(finding -> failed.add(finding.rule()));
    }
    var rules = new TreeSet<String>();
    for (var question : FactNames.questions()) {
      EDITIONS.current("ru").rules(question).values().stream()
          .filter(rule -> !rule.answers())
          .forEach(rule -> rules.add(rule.id()));
    }

    assertThat(failed).isEqualTo(rules);
  }

  static List<Case> read() throws IOException {
    var cases = new ArrayList<Case>();
    var resolver = new PathMatchingResourcePatternResolver();
    for (var file : resolver.getResources("classpath*:jurisdictions/ru/cases/*.yaml")) {
      cases.addAll(
          Case.read(
              "ru/cases/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
    }
    return cases;
  }
}

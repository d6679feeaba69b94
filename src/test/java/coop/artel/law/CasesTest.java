package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void the_cases_of_the_first_issue_stand() throws IOException {
    var ids = new TreeSet<String>();
    for (var one : read()) {
      assertThat(ids.add(one.id())).as("doubled: %s", one.id()).isTrue();
    }

    assertThat(ids)
        .contains(
            "A1", "A2", "A3", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "P1", "P2", "X2", "X3");
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

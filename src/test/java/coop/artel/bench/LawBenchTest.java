package coop.artel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.Artel;
import coop.artel.law.Finding;
import coop.artel.law.Rehearsal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The parts of {@code bench law} at small sizes; how fast they are is not asked here. */
class LawBenchTest {
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);

  @Test
  void each_number_of_the_law_is_measured() throws Exception {
    var found = new LawBench(Artel.class, new LawBench.Size(1, 0, 64, 64, 4, 2, 0)).run(System.out);

    assertThat(found)
        .extracting(Measurement::name)
        .containsExactly(
            "compile.cold",
            "compile.warm",
            "edition.memory",
            "editions.memory",
            "asking.fresh",
            "asking.warm",
            "asking.fresh-slowest",
            "asking.warm-slowest",
            "asking.dmn",
            "dmn.speed",
            "asking.dmn-legacy",
            "dmn.legacy-speed");
  }

  @Test
  void both_tables_find_what_the_law_finds() {
    var law = new Rehearsal("ru", "consumer-society", 1).edition(0);
    var outcomes = new TreeSet<String>();
    for (var facts : LawBench.applicants()) {
      var decision = law.ask(facts, DAY);
      outcomes.add(decision.outcome().name());
      // The law builds on what is known: without a birthday it does not ask for the age.
      var asked = decision.findings().stream().map(Finding::rule).toList();
      var held = decision.findings().stream().filter(Finding::held).map(Finding::rule).toArray();

      for (boolean legacy : new boolean[] {false, true}) {
        assertThat(new DecisionTable(legacy).held(facts, DAY))
            .filteredOn(asked::contains)
            .as("%s %s", legacy, facts)
            .containsExactlyInAnyOrder(Arrays.copyOf(held, held.length, String[].class));
      }
    }

    assertThat(outcomes).hasSizeGreaterThan(2);
  }
}

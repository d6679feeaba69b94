package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.artel.jurisdiction.Countries;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trying a set of files: each slip is told at its file and line. */
class RuleBenchTest {
  private static final String ADMISSION = "rules/ru/admission.dslr";
  private static final String NORMS = "jurisdictions/ru/norms.yaml";
  private static final String CASES = "jurisdictions/ru/cases/admission.yaml";
  private static final Countries COUNTRIES = new Countries();
  private static final Editions EDITIONS = new Editions(COUNTRIES);
  private static final RuleFiles SHIPPED = EDITIONS.shippedFiles("ru");

  private final RuleBench bench = new RuleBench(null, EDITIONS);

  @Test
  void what_is_shipped_has_no_fault_and_its_cases_are_green_in_every_country() {
    for (var country : COUNTRIES.ids()) {
      var whole = bench.whole(EDITIONS.shippedFiles(country));

      assertThat(whole.faults()).as(country).isEmpty();
      assertThat(whole.green()).as(country).isTrue();
    }
    assertThat(bench.whole(SHIPPED).cases().get("admission")).isNotEmpty();
  }

  @Test
  void two_slips_in_one_file_are_both_told_at_their_lines() {
    var text =
        text(ADMISSION)
            .replace("    заявление подано в письменной форме", "    заявление подано устно")
            .replaceFirst("membership\\.min-age", "membership.min-aged");

    assertThat(RuleFaults.of(with(ADMISSION, text)))
        .extracting(RuleBench.Fault::path, RuleBench.Fault::line, it -> it.refusal().code())
        .containsExactly(
            tuple(ADMISSION, line(text, "заявление подано устно"), "rule-not-understood"),
            tuple(ADMISSION, line(text, "правило admission.age"), "rule-norm-unknown"));
  }

  @Test
  void a_slip_in_a_rule_that_others_build_on_is_told_once() {
    var text = text(ADMISSION).replace("    в заявлении указана дата рождения", "    родился");

    assertThat(RuleFaults.of(with(ADMISSION, text)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(line(text, "    родился")));
  }

  @Test
  void a_slip_at_any_drawn_line_of_a_rule_is_told_there() {
    var random = new Random();
    var lines = text(ADMISSION).split("\n");
    int at;
    do {
      at = random.nextInt(lines.length);
    } while (!lines[at].startsWith("    "));
    lines[at] = "    тут ничего не сказано";
    int line = at + 1;

    assertThat(RuleFaults.of(with(ADMISSION, String.join("\n", lines))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).as("line drawn").isEqualTo(line));
  }

  @Test
  void figures_that_overlap_and_a_fact_that_no_question_knows_are_told_at_their_lines() {
    var doubled =
        text(NORMS)
            .replace(
                "    - {forms: [production-cooperative], value: 16,",
                "    - {forms: [consumer-society], value: 17, article: \"3085-1, ст. 7\","
                    + " confidence: high, known: recalled}\n"
                    + "    - {forms: [production-cooperative], value: 16,");
    assertThat(RuleFaults.of(with(NORMS, doubled)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.path()).isEqualTo(NORMS);
              assertThat(fault.refusal().code()).isEqualTo("file-figures-overlap");
            });

    var unknown = text(CASES).replaceFirst("inWriting", "inWritting");
    assertThat(RuleFaults.of(with(CASES, unknown)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.path()).isEqualTo(CASES);
              assertThat(fault.line()).isEqualTo(line(unknown, "inWritting"));
            });
  }

  @Test
  void a_file_of_rules_on_no_question_and_a_case_of_no_norm_are_told() {
    assertThat(RuleFaults.of(with("rules/ru/weather.dslr", "правила для любой формы\n")))
        .extracting(it -> it.refusal().code())
        .containsExactly("rule-draft-path");
    var first =
        text(CASES).substring(text(CASES).indexOf("- id: A1"), text(CASES).indexOf("- id: A2"));
    var added = first.strip().replace("id: A1", "id: A99") + "\n  charter: {no.such: 1}\n";
    var text = text(CASES) + "\n" + added;
    assertThat(RuleFaults.of(with(CASES, text)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(line(text, "- id: A99")));
    assertThat(RuleFaults.of(with(CASES, text(CASES) + "\n" + first)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.refusal().arguments()).contains("A1"));
  }

  @Test
  void another_age_turns_cases_red() {
    var text =
        text(NORMS)
            .replace(
                "{forms: [consumer-society], value: 16, article: \"3085-1, ст. 7\"",
                "{forms: [consumer-society], value: 18, article: \"3085-1, ст. 7\"");

    var whole = bench.whole(with(NORMS, text));

    assertThat(whole.faults()).isEmpty();
    assertThat(whole.red()).extracting(RuleBook.Tried::id).contains("A1");
    assertThat(whole.edition()).isNotEqualTo(bench.whole(SHIPPED).edition());
  }

  private static RuleFiles with(String path, String text) {
    return SHIPPED.with(Map.of(path, Optional.of(text)));
  }

  private static String text(String path) {
    return SHIPPED.byPath().get(path);
  }

  private static int line(String text, String said) {
    return text.substring(0, text.indexOf(said)).split("\n", -1).length;
  }
}

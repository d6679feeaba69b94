package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.jurisdiction.Countries;
import coop.artel.law.EditionDifference.EntryChange;
import coop.artel.law.EditionDifference.FieldChange;
import coop.artel.law.EditionDifference.FigureChange;
import coop.artel.law.EditionDifference.FileChange;
import coop.artel.law.EditionDifference.How;
import coop.artel.law.EditionDifference.Kind;
import coop.artel.law.EditionDifference.RuleChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What differs between two sets of files is told exactly, and nothing else is. */
class EditionDifferenceTest {
  private static final Countries COUNTRIES = new Countries();
  private static final RuleFiles RU = RuleFiles.shipped(COUNTRIES, "ru");
  private static final String ADMISSION = "rules/ru/admission.dslr";
  private static final String SIGNING = "rules/ru/signing.dslr";
  private static final String NORMS = "jurisdictions/ru/norms.yaml";
  private static final String CASES = "jurisdictions/ru/cases/admission.yaml";
  private static final String ACTS = "jurisdictions/ru/acts.yaml";

  private final Random random = new Random();

  @Test
  void a_set_of_files_does_not_differ_from_itself() {
    for (var country : COUNTRIES.ids()) {
      var files = RuleFiles.shipped(COUNTRIES, country);
      assertThat(EditionDifference.between(files, files).isEmpty()).as(country).isTrue();
    }
  }

  @Test
  void a_drawn_figure_that_changes_is_told_with_its_article_and_nothing_else_is() {
    var norms = Pattern.compile("(?m)^- key: (\\S+)\n(?:(?!- key:).*\n)*?.*value: (\\d+),.*$");
    var all = norms.matcher(text(NORMS)).results().toList();
    var drawn = all.get(random.nextInt(all.size()));
    int value = Integer.parseInt(drawn.group(2));
    int now = value + 1 + random.nextInt(50);
    var edited =
        text(NORMS).substring(0, drawn.start(2)) + now + text(NORMS).substring(drawn.end(2));

    var told = EditionDifference.between(RU, with(NORMS, edited));

    assertThat(told.rules()).isEmpty();
    assertThat(told.entries()).isEmpty();
    assertThat(told.files()).isEmpty();
    assertThat(told.figures())
        .as(drawn.group(1))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.norm()).isEqualTo(drawn.group(1));
              assertThat(it.how()).isEqualTo(How.CHANGED);
              assertThat(it.before().value()).isEqualTo(Integer.toString(value));
              assertThat(it.after().value()).isEqualTo(Integer.toString(now));
              assertThat(it.after().article()).isEqualTo(it.before().article()).isNotEmpty();
            });
    assertThat(told.decidesAlike()).isFalse();
  }

  @Test
  void a_figure_is_told_form_by_form_and_by_its_first_day() {
    var older =
        """
        - key: membership.min-age
          unit: years
          article: "3085-1, ст. 7"
          figures:
            - {forms: [a, b], value: 16, confidence: high, known: read}
        """;
    var newer =
        """
        - key: membership.min-age
          unit: years
          article: "3085-1, ст. 7"
          figures:
            - {forms: [a], value: 16, confidence: high, known: read}
            - {forms: [a], from: 2026-01-01, value: 18, article: "ГК, ст. 21", confidence: medium, known: read}
        """;

    var told = EditionDifference.between(with(NORMS, older), with(NORMS, newer)).figures();

    assertThat(told)
        .extracting(FigureChange::form, FigureChange::since, FigureChange::how)
        .containsExactly(tuple("a", "2026-01-01", How.ADDED), tuple("b", "", How.REMOVED));
    assertThat(told.get(0).after().article()).isEqualTo("ГК, ст. 21");
    assertThat(told.get(0).after().confidence()).isEqualTo("medium");
    assertThat(told.get(1).before().article()).isEqualTo("3085-1, ст. 7");
  }

  @Test
  void a_sentence_that_is_added_to_a_drawn_rule_is_told_with_the_rule() {
    var path = drawnRules();
    var lines = new ArrayList<>(text(path).lines().toList());
    var whens = indexes(lines, "если");
    int when = whens.get(random.nextInt(whens.size()));
    lines.add(when + 1, "    выполнено условие made-up.condition");

    var told = EditionDifference.between(RU, with(path, String.join("\n", lines) + "\n"));

    assertThat(told.rules())
        .containsExactly(
            new RuleChange(
                path,
                question(path),
                ruleAbove(lines, when),
                How.CHANGED,
                List.of(),
                List.of("выполнено условие made-up.condition"),
                false));
    assertThat(told.figures()).isEmpty();
    assertThat(told.entries()).isEmpty();
    assertThat(told.files()).isEmpty();
  }

  @Test
  void a_drawn_rule_that_goes_is_told_with_all_its_sentences() {
    var path = drawnRules();
    var lines = new ArrayList<>(text(path).lines().toList());
    var ends = indexes(lines, "конец");
    int end = ends.get(random.nextInt(ends.size()));
    var id = ruleAbove(lines, end);
    int begin = lines.indexOf("правило " + id);
    var rule = List.copyOf(lines.subList(begin + 1, end));
    lines.subList(begin, end + 1).clear();

    var told = EditionDifference.between(RU, with(path, String.join("\n", lines) + "\n"));

    assertThat(told.rules()).hasSize(1);
    var change = told.rules().get(0);
    assertThat(change.id()).isEqualTo(id);
    assertThat(change.how()).isEqualTo(How.REMOVED);
    assertThat(change.added()).isEmpty();
    assertThat(change.removed())
        .containsExactlyElementsOf(
            rule.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                .filter(it -> !List.of("если", "то").contains(it))
                .toList());
    assertThat(told.files()).isEmpty();
  }

  @Test
  void an_article_and_a_day_of_a_rule_are_sentences_like_all_others() {
    var edited =
        edit(
            ADMISSION,
            it ->
                it.replace(
                    "правило admission.age\nпо закону 3085-1, ст. 7",
                    "правило admission.age\nпо закону 3085-1, ст. 10\nдействует с 2027-01-01"));

    var change = EditionDifference.between(RU, edited).rules().get(0);

    assertThat(change.removed()).containsExactly("по закону 3085-1, ст. 7");
    assertThat(change.added())
        .containsExactly("по закону 3085-1, ст. 10", "действует с 2027-01-01");
  }

  @Test
  void lines_in_another_order_are_told_as_such_and_the_head_of_a_file_is() {
    var turned =
        edit(
            ADMISSION,
            it ->
                it.replaceFirst(
                    "( +выполнено условие admission.born\n)( +заявителю исполнилось.*\n)", "$2$1"));
    assertThat(EditionDifference.between(RU, turned).rules())
        .containsExactly(
            new RuleChange(
                ADMISSION, "admission", "admission.age", How.CHANGED, List.of(), List.of(), true));

    var head = edit(SIGNING, it -> it.replace("правила для формы consumer-society\n", ""));
    assertThat(EditionDifference.between(RU, head).rules())
        .containsExactly(
            new RuleChange(
                SIGNING,
                "signing",
                "",
                How.REMOVED,
                List.of("правила для формы consumer-society"),
                List.of(),
                false));
  }

  @Test
  void where_only_remarks_differ_that_is_said() {
    for (var path : List.of(ADMISSION, NORMS, CASES, ACTS)) {
      var told = EditionDifference.between(RU, edit(path, it -> it + "\n# Замечание\n"));

      assertThat(told.files()).containsExactly(new FileChange(path, How.CHANGED, true, null));
      assertThat(told.rules()).isEmpty();
      assertThat(told.entries()).isEmpty();
      assertThat(told.decidesAlike()).isTrue();
    }
  }

  @Test
  void a_case_is_told_field_by_field() {
    var edited =
        edit(
            CASES,
            it ->
                it.replaceFirst("outcome: granted", "outcome: refused")
                    .replaceFirst("born: 2009-03-03", "born: 2009-03-05"));

    var told = EditionDifference.between(RU, edited);

    assertThat(told.entries()).hasSize(1);
    var change = told.entries().get(0);
    assertThat(change.kind()).isEqualTo(Kind.CASE);
    assertThat(change.id()).isEqualTo("A1");
    assertThat(change.fields())
        .containsExactlyInAnyOrder(
            new FieldChange("outcome", "granted", "refused"),
            new FieldChange("facts.born", "2009-03-03", "2009-03-05"));
    assertThat(told.decidesAlike()).isTrue();
  }

  @Test
  void an_act_that_gains_an_article_and_a_day_that_moves_are_told() {
    var path = "jurisdictions/ru/calendar/2026.yaml";
    var edited =
        RU.with(
            Map.of(
                ACTS, Optional.of(text(ACTS).replace("\"ст. 111\"", "\"ст. 110\", \"ст. 111\"")),
                path, Optional.of(text(path).replace("to: 2026-01-09", "to: 2026-01-10"))));

    var told = EditionDifference.between(RU, edited);

    assertThat(told.entries())
        .extracting(EntryChange::kind, EntryChange::id)
        .containsExactly(tuple(Kind.ACT, "ТК"), tuple(Kind.CALENDAR, "2026"));
    assertThat(told.entries().get(0).fields())
        .containsExactly(new FieldChange("articles", null, "ст. 110"));
    assertThat(told.entries().get(1).fields())
        .containsExactly(
            new FieldChange(
                "transfers",
                "from: 2026-01-03, to: 2026-01-09",
                "from: 2026-01-03, to: 2026-01-10"));
  }

  @Test
  void a_file_that_comes_or_goes_and_one_that_cannot_be_read_are_told() {
    var gone = RU.with(Map.of(CASES, Optional.empty()));
    assertThat(EditionDifference.between(RU, gone).entries())
        .isNotEmpty()
        .allMatch(it -> it.how() == How.REMOVED && it.kind() == Kind.CASE);
    assertThat(EditionDifference.between(gone, RU).entries())
        .isNotEmpty()
        .allMatch(it -> it.how() == How.ADDED);

    var broken = EditionDifference.between(RU, with(NORMS, "- key: [\n"));
    assertThat(broken.figures()).isEmpty();
    assertThat(broken.files()).hasSize(1);
    assertThat(broken.files().get(0).fault().code()).isEqualTo("file-not-yaml");
    assertThat(broken.decidesAlike()).isFalse();
  }

  private String drawnRules() {
    var paths =
        new ArrayList<>(
            RU.byPath().keySet().stream()
                .filter(it -> it.endsWith(".dslr") && text(it).contains("\nесли\n"))
                .toList());
    Collections.shuffle(paths, random);
    return paths.get(0);
  }

  private static List<Integer> indexes(List<String> lines, String line) {
    var indexes = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals(line)) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  private static String ruleAbove(List<String> lines, int line) {
    int at = line;
    while (!lines.get(at).startsWith("правило ")) {
      at--;
    }
    return lines.get(at).substring("правило ".length());
  }

  private static String question(String path) {
    return path.replaceFirst("rules/ru/(.*)\\.dslr", "$1");
  }

  private static String text(String path) {
    return RU.byPath().get(path);
  }

  private static RuleFiles edit(String path, UnaryOperator<String> edit) {
    var edited = edit.apply(text(path));
    assertThat(edited).isNotEqualTo(text(path));
    return with(path, edited);
  }

  private static RuleFiles with(String path, String text) {
    return RU.with(Map.of(path, Optional.of(text)));
  }
}

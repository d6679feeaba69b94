package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A figure is changed in the text of norms.yaml, and nothing else is. */
class NormsTableTest {
  private static final String FILE = "ru/norms.yaml";
  private static final String AGE = "membership.min-age";

  private final Map<String, String> files = new TreeMap<>(new Countries().files("ru"));
  private final String text = files.get(FILE);
  private final NormsTable table = NormsTable.read(FILE, text);

  @Test
  void every_figure_of_the_file_stands_in_the_table_with_its_line() {
    var lines = text.lines().toList();
    for (var row : table.rows()) {
      assertThat(lines.get(row.line() - 1)).contains(row.key());
      for (var figure : row.figures()) {
        assertThat(String.join("\n", lines.subList(figure.line() - 1, figure.lastLine())))
            .contains(figure.said().get("value"), figure.said().get("confidence"));
      }
    }
    assertThat(table.rows()).hasSize(read(text).norms().size());
  }

  @Test
  void a_figure_that_says_what_it_said_changes_not_a_letter() {
    for (var row : table.rows()) {
      for (var figure : row.figures()) {
        assertThat(table.changed(row.key(), figure.index(), figure.said())).isEqualTo(text);
      }
    }
  }

  @Test
  void any_figure_may_end_and_all_the_rest_stays_as_it_was_with_its_comments() {
    int ended = 0;
    for (var row : table.rows()) {
      for (var figure : row.figures()) {
        var said = with(figure.said(), "to", "2090-12-31");
        if (figure.said().get("to").isEmpty()) {
          var changed = table.changed(row.key(), figure.index(), said);
          var read = read(changed).norm(row.key()).orElseThrow();
          assertThat(read.byLegalForm().values())
              .anySatisfy(it -> assertThat(it.byFirstDay()).containsKey(LocalDate.of(2091, 1, 1)));
          assertThat(changed.replaceAll("(, to: 2090-12-31|\n +to: 2090-12-31)", ""))
              .isEqualTo(text);
          ended++;
        }
      }
    }
    assertThat(ended).isGreaterThan(20);
  }

  @Test
  void another_figure_takes_the_place_of_one_from_a_day() {
    var said =
        fields(
            Map.of(
                "value",
                "14",
                "from",
                "2027-01-01",
                "article",
                "3085-1, ст. 7",
                "confidence",
                "high"));

    var changed = table.succeeded(AGE, 0, said, "2026-12-31");

    var age = read(changed).norm(AGE).orElseThrow();
    assertThat(age.figure("consumer-society", LocalDate.of(2026, 12, 31)))
        .hasValueSatisfying(it -> assertThat(it.value()).isEqualTo("16"));
    assertThat(age.figure("consumer-society", LocalDate.of(2027, 1, 1)))
        .hasValueSatisfying(it -> assertThat(it.value()).isEqualTo("14"));
    assertThat(age.figure("production-cooperative", LocalDate.of(2027, 1, 1)))
        .hasValueSatisfying(it -> assertThat(it.value()).isEqualTo("16"));
    assertThat(changed.lines().filter(it -> it.strip().startsWith("#")))
        .containsExactlyElementsOf(text.lines().filter(it -> it.strip().startsWith("#")).toList());
  }

  @Test
  void a_norm_that_only_charters_set_may_be_given_a_figure() {
    var said = fields(Map.of("value", "5", "article", "3085-1, ст. 19", "confidence", "medium"));

    var changed = table.added("council.size", List.of("consumer-society"), said);

    var figure =
        read(changed)
            .norm("council.size")
            .orElseThrow()
            .figure("consumer-society", LocalDate.now());
    assertThat(figure).hasValueSatisfying(it -> assertThat(it.value()).isEqualTo("5"));
    assertThat(figure).hasValueSatisfying(it -> assertThat(it.decides()).isFalse());
  }

  @Test
  void a_day_is_taken_away_and_another_given_and_comments_stay() {
    var yaml =
        """
        - key: a.b
          unit: days
          article: "1, ст. 1"
          figures:
            - value: 3  # три
              from: 2020-01-01  # день
              article: "1, ст. 1"
              confidence: medium  # не знаем
              known: read
              verified: false
            - {value: 4, from: 2021-01-01, article: "1, ст. 1", confidence: high, known: read}
        """;
    var two = NormsTable.read("x", yaml);
    var now =
        Map.of("value", "5", "to", "2020-12-31", "article", "1, ст. \"1\"", "confidence", "high");

    assertThat(two.changed("a.b", 0, fields(now)))
        .contains("- value: 5  # три\n      to: 2020-12-31\n      article: \"1, ст. \\\"1\\\"\"\n")
        .contains("confidence: high  # не знаем\n      known: read\n    - {value: 4,")
        .doesNotContain("verified");
    assertThat(two.changed("a.b", 1, fields(now)))
        .contains("- {value: 5, to: 2020-12-31, article:", "confidence: high, known: read}\n");
  }

  @Test
  void what_is_no_list_of_norms_is_told_at_its_line() {
    assertThatThrownBy(() -> NormsTable.read(FILE, "- key: a.b\n- [\n"))
        .isInstanceOf(FileNotUnderstood.class);
    assertThatThrownBy(() -> NormsTable.read(FILE, "- unit: days\n"))
        .hasMessageContaining("line 1")
        .isInstanceOf(FileNotUnderstood.class);
  }

  private Country read(String norms) {
    files.put(FILE, norms);
    return Countries.read("ru", files);
  }

  private static NormsTable.Fields with(NormsTable.Fields said, String field, String value) {
    var changed = new HashMap<>(said.byName());
    changed.put(field, value);
    return fields(changed);
  }

  private static NormsTable.Fields fields(Map<String, String> byName) {
    return new NormsTable.Fields(byName);
  }
}

package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3085-1, ст. 10    | ст. 10",
        "3085-1, ст. 10(1) | ст. 10",
        "3085-1, ст. 10(1) | ст. 10(1)",
        "3085-1, ст. 10(1) | ''",
        "3085-1            | ''",
        "3085-1, § 6 no. 4 | § 6",
        "3085-1, s. 2, 3, 14       | s. 14",
        "3085-1, § 9, 24(2), 36(1) | § 24",
        "3085-1, § 16(2)-(4)       | § 16"
      })
  void a_part_is_of_its_article_and_everything_is_of_its_act(String cited, String place) {
    assertThat(Citation.of(cited).isOf(new Citation("3085-1", place))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3085-1, ст. 10     | ст. 1",
        "3085-1, ст. 10     | ст. 10(1)",
        "3085-1, ст. 10(12) | ст. 10(1)",
        "3085-1, ст. 10(1)  | ст. 10(2)",
        "ГК, ст. 181.2(1.1) | ст. 181",
        "3085-1, § 15a      | § 15",
        "3085-1, s. 2, 3, 14 | s. 1",
        "3085-1             | ст. 1",
        "3085, ст. 10       | ''",
        "ГК, ст. 10         | ст. 10"
      })
  void a_number_that_begins_alike_is_another_article(String cited, String place) {
    assertThat(Citation.of(cited).isOf(new Citation("3085-1", place))).isFalse();
  }

  @Test
  void of_an_act_each_cited_place_can_change_and_each_article_of_which_a_part_is_cited() {
    var act =
        new Act(
            "3085-1",
            new LegalForm.Names("", "", Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Confidence.HIGH,
            new LinkedHashSet<>(
                List.of("ст. 7", "ст. 10(1)", "ст. 10(2)", "s. 2, 3(1)", "преамбула")));

    assertThat(Citation.places(act))
        .isEqualTo(
            Set.of(
                "ст. 7",
                "ст. 10",
                "ст. 10(1)",
                "ст. 10(2)",
                "s. 2",
                "s. 3",
                "s. 3(1)",
                "преамбула"));
  }

  @Test
  void several_are_parted_by_a_semicolon() {
    assertThat(Citation.all("3085-1, ст. 16; ГК, ст. 106.6"))
        .containsExactly(new Citation("3085-1", "ст. 16"), new Citation("ГК", "ст. 106.6"));
    assertThat(Citation.all("")).isEmpty();
  }
}

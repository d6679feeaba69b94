package coop.artel.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
  @ParameterizedTest
  @CsvSource({
    "0, задач",
    "1, задача",
    "2, задачи",
    "4, задачи",
    "5, задач",
    "11, задач",
    "12, задач",
    "14, задач",
    "20, задач",
    "21, задача",
    "22, задачи",
    "25, задач",
    "101, задача",
    "111, задач",
    "112, задач",
    "1001, задача",
    "-2, задачи"
  })
  void russian_has_one_few_and_many(long number, String word) {
    assertThat(Plural.choose(Locale.forLanguageTag("ru"), "задача|задачи|задач", number))
        .isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"0, tasks", "1, task", "2, tasks", "21, tasks"})
  void english_has_one_and_other(long number, String word) {
    assertThat(Plural.choose(Locale.ENGLISH, "task|tasks", number)).isEqualTo(word);
  }

  @Test
  void a_message_with_too_few_forms_is_a_mistake_of_ours() {
    assertThatThrownBy(() -> Plural.choose(Locale.forLanguageTag("ru"), "задача|задач", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("задача|задач");
  }
}

package coop.artel.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordbookTest {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  @Test
  void the_user_s_own_language_is_spoken() {
    assertThat(Wordbook.own(Locale.US, Map.of("LANG", "en_US.UTF-8"), "Linux")).isEqualTo("en");
    assertThat(Wordbook.own(RUSSIAN, Map.of("LANG", "ru_RU.UTF-8"), "Linux")).isEqualTo("ru");
    assertThat(Wordbook.own(Locale.US, Map.of(), "Windows 11")).isEqualTo("en");
  }

  @Test
  void the_locale_c_is_nobody_s_language() {
    assertThat(Wordbook.own(Locale.US, Map.of("LANG", "C.UTF-8"), "Linux")).isEqualTo("ru");
    assertThat(Wordbook.own(Locale.US, Map.of("LC_ALL", "POSIX", "LANG", "en_GB"), "Linux"))
        .isEqualTo("ru");
    assertThat(Wordbook.own(Locale.US, Map.of("LC_ALL", "", "LANG", ""), "Linux")).isEqualTo("ru");
  }

  @Test
  void a_language_that_is_named_is_spoken_where_its_locale_is_not_installed() {
    assertThat(Wordbook.own(Locale.ENGLISH, Map.of("LANG", "ru_RU.UTF-8"), "Linux"))
        .isEqualTo("ru");
    assertThat(Wordbook.own(Locale.ENGLISH, Map.of("LANG", "en"), "Linux")).isEqualTo("en");
  }
}

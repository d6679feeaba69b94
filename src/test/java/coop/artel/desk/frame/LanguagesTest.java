package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesTest {
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB,en;q=0.8 | en",
        "ru-RU,ru;q=0.9,en;q=0.8 | ru",
        "de,en;q=0.5 | en",
        "ja | ru",
        "* | ru",
        "not a language!! | ru"
      })
  void the_header_chooses_among_what_is_spoken(String header, String language) {
    request.addHeader("Accept-Language", header);

    assertThat(new Languages().resolveLocale(request).getLanguage()).isEqualTo(language);
  }

  @Test
  void the_cookie_goes_before_the_header_and_nonsense_counts_for_nothing() {
    request.addHeader("Accept-Language", "ru");
    request.setCookies(new Cookie("lang", "en"));
    assertThat(new Languages().resolveLocale(request)).isEqualTo(Locale.ENGLISH);

    request.setCookies(new Cookie("lang", "xx"));
    assertThat(new Languages().resolveLocale(request)).isEqualTo(Languages.RUSSIAN);
  }

  @Test
  void who_says_nothing_is_spoken_to_in_Russian() {
    assertThat(new Languages().resolveLocale(request)).isEqualTo(Languages.RUSSIAN);
  }
}

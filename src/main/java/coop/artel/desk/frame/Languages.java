package coop.artel.desk.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The reader's language: the one chosen on a page (cookie {@code lang}), else the first of {@code
 * Accept-Language} that is spoken here, else Russian.
 */
public final class Languages implements LocaleResolver {
  public static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  static final String COOKIE = "lang";
  private static final List<Locale> SPOKEN = List.of(RUSSIAN, Locale.ENGLISH);

  public static boolean spoken(String language) {
    return SPOKEN.stream().anyMatch(locale -> locale.getLanguage().equals(language));
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var chosen = cookie(request, COOKIE);
    if (chosen != null && spoken(chosen)) {
      return Locale.forLanguageTag(chosen);
    }
    var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null) {
      return RUSSIAN;
    }
    try {
      var match = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
      return match == null ? RUSSIAN : match;
    } catch (IllegalArgumentException e) {
      return RUSSIAN;
    }
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The language is chosen at /preferences");
  }

  public static @Nullable String cookie(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(jakarta.servlet.http.Cookie::getValue)
            .findFirst()
            .orElse(null);
  }
}

package coop.artel.values;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which form a noun takes after a number. A message with a bar in it holds the forms in the order
 * of CLDR: Russian {@code one|few|many}, English {@code one|other}.
 */
public final class Plural {
  private static final Pattern BAR = Pattern.compile("\\|");

  private Plural() {}

  public static int forms(Locale locale) {
    return locale.getLanguage().equals("ru") ? 3 : 2;
  }

  public static String choose(Locale locale, String forms, long number) {
    var list = List.of(BAR.split(forms, -1));
    if (list.size() != forms(locale)) {
      throw new IllegalArgumentException(
          "\"%s\" has %d forms, %s needs %d".formatted(forms, list.size(), locale, forms(locale)));
    }
    return list.get(form(locale, Math.abs(number)));
  }

  private static int form(Locale locale, long number) {
    if (!locale.getLanguage().equals("ru")) {
      return number == 1 ? 0 : 1;
    }
    var tens = number % 100;
    var ones = number % 10;
    if (tens >= 11 && tens <= 14) {
      return 2;
    }
    return ones == 1 ? 0 : ones >= 2 && ones <= 4 ? 1 : 2;
  }
}

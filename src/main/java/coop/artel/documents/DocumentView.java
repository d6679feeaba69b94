package coop.artel.documents;

import coop.artel.values.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a template sees of canonical content: maps, lists, booleans and text in the language of the
 * document, and nothing else; the kind of a value follows from its key, see {@link
 * DocumentContent}.
 */
final class DocumentView {
  /** Keys whose value is one of a few words; a template asks {@code vote.against}. */
  private static final Map<String, Set<String>> CHOICES =
      Map.of(
          "vote", Set.of("for", "against", "abstained"),
          "income",
              Set.of(
                  "not-stated",
                  "own-earnings",
                  "no-own-earnings",
                  "benefit",
                  "pension",
                  "stipend"));

  private final ZoneId zone;
  private final Locale language;
  private final DateTimeFormatter days;
  private final DateTimeFormatter moments;

  private DocumentView(Locale language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    boolean russian = language.getLanguage().equals("ru");
    this.days =
        (russian
                ? DateTimeFormatter.ofPattern("d MMMM uuuu 'г.'")
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG))
            .withLocale(language);
    this.moments =
        DateTimeFormatter.ofPattern(russian ? "dd.MM.uuuu, HH:mm" : "uuuu-MM-dd, HH:mm")
            .withLocale(language);
  }

  /** Throws {@link IllegalArgumentException} if a value is not what its key says. */
  static Map<String, Object> of(Map<String, ?> content, Locale language, ZoneId zone) {
    return new DocumentView(language, zone).map(content);
  }

  private Map<String, Object> map(Map<String, ?> content) {
    var view = new LinkedHashMap<String, Object>();
    content.forEach((key, value) -> view.put(key, value(key, value)));
    return view;
  }

  private Object value(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.size() == 2
              && map.get("amount") instanceof String amount
              && map.get("currency") instanceof String currency
          ? Money.of(amount, currency).in(language)
          : map(keyed(map));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> value("", element)).toList();
    }
    if (value instanceof Boolean) {
      return value;
    }
    return text(key, value.toString());
  }

  private Object text(String key, String text) {
    if (CHOICES.containsKey(key)) {
      return choice(key, text);
    }
    if (text.isEmpty()) {
      return text;
    }
    try {
      if (key.endsWith("On") || key.endsWith("By")) {
        return days.format(LocalDate.parse(text));
      }
      if (key.endsWith("At")) {
        return moments.format(Instant.parse(text).atZone(zone));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("%s cannot be \"%s\"".formatted(key, text), e);
    }
    return text;
  }

  private static Map<String, Boolean> choice(String key, String word) {
    var words = CHOICES.getOrDefault(key, Set.of());
    if (!words.contains(word)) {
      throw new IllegalArgumentException("%s cannot be \"%s\"".formatted(key, word));
    }
    return words.stream().collect(Collectors.toMap(each -> each, word::equals));
  }

  private static Map<String, Object> keyed(Map<?, ?> map) {
    var keyed = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> keyed.put(key.toString(), value));
    return keyed;
  }
}

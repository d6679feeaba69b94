package coop.artel.values;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Modules' messages in one language, for commands, which no Spring context stands behind. */
public final class Wordbook {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final Set<String> LANGUAGES = Set.of("ru", "en");

  private final List<ResourceBundle> modules;

  private Wordbook(List<ResourceBundle> modules) {
    this.modules = modules;
  }

  public static boolean speaks(String language) {
    return LANGUAGES.contains(language);
  }

  /** Russian, unless English is asked for, or is the user's own and nothing else asked for. */
  public static Wordbook of(@Nullable String language, String... modules) {
    String asked = language == null ? ownLanguage() : language;
    var locale = asked.equals("en") ? Locale.ENGLISH : RUSSIAN;
    return new Wordbook(
        Arrays.stream(modules)
            .map(
                module ->
                    ResourceBundle.getBundle(
                        "messages." + module,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES)))
            .toList());
  }

  /** The language that is spoken where none is asked for. */
  public static String ownLanguage() {
    String own = own(Locale.getDefault(), System.getenv(), System.getProperty("os.name"));
    return speaks(own) ? own : RUSSIAN.getLanguage();
  }

  /**
   * Java takes the locale C, which is no language, for English, and so it does with any that is
   * named but not installed.
   */
  static String own(Locale machine, Map<String, String> environment, String system) {
    String said =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            // Elsewhere the language does not come from these.
            .orElse(system.equals("Linux") ? "C" : "");
    if (said.isEmpty()) {
      return machine.getLanguage();
    }
    String language = said.split("[_.@]", 2)[0];
    return language.matches("C|POSIX") ? RUSSIAN.getLanguage() : language;
  }

  /**
   * Numbers among the arguments stand as they are: a chain id has no thousands separators. Moments
   * are told in the reader's language and in the time of the machine.
   */
  public String say(String key, @Nullable Object... arguments) {
    return sayIfKnown(key, arguments)
        .orElseThrow(() -> new IllegalStateException("No message " + key));
  }

  /** Empty where no module has such a message. */
  public Optional<String> sayIfKnown(String key, @Nullable Object... arguments) {
    return modules.stream()
        .filter(messages -> messages.containsKey(key))
        .findFirst()
        .map(
            messages ->
                new MessageFormat(messages.getString(key), messages.getLocale())
                    .format(texts(messages.getLocale(), arguments)));
  }

  private static Object[] texts(Locale language, @Nullable Object... arguments) {
    var texts = new Object[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] =
          arguments[i] instanceof Instant moment
              ? moment(moment, language)
              : String.valueOf(arguments[i]);
    }
    return texts;
  }

  /** With the distance from UTC, which the name of a zone does not tell everybody. */
  private static String moment(Instant moment, Locale language) {
    var here = moment.atZone(ZoneId.systemDefault());
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
            .withLocale(language)
            .format(here)
        + DateTimeFormatter.ofPattern(" '(UTC'xxx')'", Locale.ROOT).format(here);
  }
}

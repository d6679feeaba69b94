package coop.artel.values;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Modules' messages in one language, for commands, which no Spring context stands behind. */
public final class Wordbook {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private final List<ResourceBundle> modules;

  private Wordbook(List<ResourceBundle> modules) {
    this.modules = modules;
  }

  /** Russian, unless English is asked for, or is the machine's own and nothing else asked for. */
  public static Wordbook of(@Nullable String language, String... modules) {
    String asked = language == null ? Locale.getDefault().getLanguage() : language;
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

  /** Numbers among the arguments stand as they are: a chain id has no thousands separators. */
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
                    .format(texts(arguments)));
  }

  private static Object[] texts(@Nullable Object... arguments) {
    var texts = new Object[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    return texts;
  }
}

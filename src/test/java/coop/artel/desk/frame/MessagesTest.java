package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.values.Plural;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path JAVA = Path.of("src/main/java/coop/artel/desk");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([\\w.-]+)[}(]");
  private static final Pattern WHOLE_KEY =
      Pattern.compile("(?:say|count)\\(\\s*['\"]([\\w.-]+[\\w])['\"]\\s*[,)]");

  static Stream<String> modules() throws IOException {
    try (var files = Files.list(MESSAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_ru.properties"))
          .map(name -> name.replace("_ru.properties", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void both_languages_say_the_same_keys(String module) throws IOException {
    assertThat(read(module, "en").keySet()).isEqualTo(read(module, "ru").keySet());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void both_languages_use_the_same_placeholders(String module) throws IOException {
    var english = read(module, "en");

    read(module, "ru")
        .forEach(
            (key, russian) ->
                assertThat(placeholders(english.getOrDefault(key, "")))
                    .as("%s of %s", key, module)
                    .isEqualTo(placeholders(russian)));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void every_message_is_a_pattern_that_can_be_filled(String module) throws IOException {
    for (String language : List.of("ru", "en")) {
      read(module, language)
          .forEach(
              (key, message) ->
                  assertThat(new MessageFormat(message).format(new Object[] {1, 2, 3, 4}))
                      .as("%s in %s", key, language)
                      .doesNotContainPattern("\\{\\d"));
    }
  }

  @Test
  void what_has_forms_has_all_that_its_language_needs() throws IOException {
    for (String language : List.of("ru", "en")) {
      var locale = Locale.forLanguageTag(language);
      read("desk", language)
          .forEach(
              (key, message) -> {
                if (message.contains("|")) {
                  assertThat(message.split("\\|", -1))
                      .as("%s in %s", key, language)
                      .hasSize(Plural.forms(locale));
                }
              });
    }
  }

  @Test
  void no_two_modules_say_the_same_key() throws IOException {
    var owners = new TreeMap<String, String>();
    for (String module : modules().toList()) {
      for (String key : read(module, "ru").keySet()) {
        assertThat(owners.put(key, module)).as("%s, also in %s", key, module).isNull();
      }
    }
  }

  @Test
  void every_module_with_messages_is_loaded() throws IOException {
    assertThat(MessageConfiguration.MODULES).containsAll(modules().toList());
  }

  @Test
  void every_key_that_pages_and_controllers_name_exists() throws IOException {
    var known = new HashSet<String>();
    for (String module : modules().toList()) {
      known.addAll(read(module, "ru").keySet());
    }
    var named = new TreeSet<String>();
    named.addAll(found(TEMPLATES, ".html", IN_TEMPLATE));
    named.addAll(found(TEMPLATES, ".html", WHOLE_KEY));
    named.addAll(found(JAVA, ".java", WHOLE_KEY));

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(known).containsAll(named);
  }

  @Test
  void what_english_lacks_is_said_in_russian() {
    var source = new MessageConfiguration().messageSource();

    assertThat(source.getMessage("product.name", null, Locale.FRENCH)).isEqualTo("Артель");
  }

  private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .flatMap(file -> pattern.matcher(text(file)).results())
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> placeholders(String message) {
    return Arrays.stream(message.split("\\|"))
        .flatMap(form -> PLACEHOLDER.matcher(form).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeMap<String, String> read(String module, String language) throws IOException {
    var properties = new Properties();
    Path file = MESSAGES.resolve("%s_%s.properties".formatted(module, language));
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var sorted = new TreeMap<String, String>();
    properties.forEach((key, message) -> sorted.put((String) key, (String) message));
    return sorted;
  }
}

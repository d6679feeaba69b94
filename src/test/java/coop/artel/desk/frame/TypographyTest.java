package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are set as a printer would set them: «ёлочки», тире, what belongs together on one line. */
class TypographyTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  /** What a Russian text must not hold, and the name of the slip. */
  private enum Slip {
    STRAIGHT_QUOTE("\""),
    HYPHEN_AS_DASH("[\\p{L}\\d}»),.] -{1,2} [\\p{L}\\d{«(]"),
    NUMBER_SIGN_APART("№ "),
    NUMBER_SIGN_UNSPACED("№[\\p{L}\\d{]"),
    ARTICLE_APART("(?<!\\p{L})(ст|п|ч|гл|абз)\\. ?[\\d{]"),
    UNIT_APART("[\\d}] (%|₽|руб|дн\\.|лет)"),
    THREE_DOTS("\\.\\.\\.");

    private final Pattern pattern;

    Slip(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  static Stream<Path> russian() throws IOException {
    return files("_ru.properties");
  }

  static Stream<Path> english() throws IOException {
    return files("_en.properties");
  }

  @ParameterizedTest
  @MethodSource("russian")
  void russian_texts_are_set_as_in_a_book(Path file) throws IOException {
    var slips = new TreeSet<String>();
    read(file)
        .forEach(
            (key, text) -> {
              for (Slip slip : Slip.values()) {
                if (slip.pattern.matcher((String) text).find()) {
                  slips.add(slip + " in " + key + ": " + text);
                }
              }
            });

    assertThat(slips).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("english")
  void english_texts_are_english(Path file) throws IOException {
    assertThat(read(file).values())
        .allSatisfy(
            text ->
                assertThat((String) text)
                    .doesNotContainPattern("\\p{IsCyrillic}")
                    .doesNotContain("...", "\"")
                    .isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          STRAIGHT_QUOTE       | ПО "Ладья"
          HYPHEN_AS_DASH       | Совет - это люди
          NUMBER_SIGN_APART    | запись № 5
          NUMBER_SIGN_UNSPACED | запись №{0}
          ARTICLE_APART        | Закон, ст. 10
          ARTICLE_APART        | Устав, п.{0}
          UNIT_APART           | кворум {0} %
          THREE_DOTS           | Подождите...
          """)
  void a_slip_is_noticed(Slip slip, String text) {
    assertThat(slip.pattern.matcher(text).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ПО «Ладья» — это люди",
        "запись №\u00a05",
        "ст.\u00a010, п.\u00a0{0}",
        "75\u00a0%",
        "из 3–64 знаков . - _ + @",
        "5-й день"
      })
  void what_is_right_is_not_found_fault_with(String text) {
    for (Slip slip : Slip.values()) {
      assertThat(slip.pattern.matcher(text).find()).as("%s", slip).isFalse();
    }
  }

  private static Stream<Path> files(String ending) throws IOException {
    try (var all = Files.list(MESSAGES)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    }
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}

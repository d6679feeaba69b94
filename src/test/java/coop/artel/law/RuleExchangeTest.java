package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.sheets.Archive;
import coop.artel.values.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExchangeTest {
  static final String NORMS = "jurisdictions/ru/norms.yaml";
  static final String CASES = "jurisdictions/ru/cases/admission.yaml";
  static final String RULES = "rules/ru/admission.dslr";

  private static final Countries COUNTRIES = new Countries();

  private static RuleExchange of(String country) {
    return new RuleExchange(RuleFiles.shipped(COUNTRIES, country));
  }

  @ParameterizedTest
  @ValueSource(strings = {"am", "by", "de", "es", "eu", "fi", "it", "kg", "kz", "ru", "uk"})
  void a_country_goes_out_as_tables_and_comes_back_to_the_byte(String country) {
    var exchange = of(country);

    var brought = exchange.read(exchange.workbook(true, (sheet, code) -> "«" + code + "»"));

    assertThat(brought).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"am", "by", "de", "es", "eu", "fi", "it", "kg", "kz", "ru", "uk"})
  void a_country_goes_out_as_files_and_comes_back_to_the_byte(String country) {
    var exchange = of(country);

    assertThat(exchange.read(exchange.archive())).isEmpty();
    assertThat(exchange.archive()).isEqualTo(of(country).archive());
  }

  @Test
  void an_archive_says_by_path_what_is_no_file_of_the_country() {
    assertRefused("rule-file-unexpected", "rules/ru/setup.exe", "x");
    assertRefused("rule-file-unexpected", "jurisdictions/ru/other.yaml", "x");
    assertRefused("rule-file-other-country", "rules/de/admission.dslr", "x");
    assertRefused("rule-file-of-service", "jurisdictions/ru/worked/terms.yaml", "x");
    assertRefused("rule-file-vocabulary", "rules/vocabulary/ru.dsl", "[keyword]^x=eval");
    assertRefused("rule-files-empty", "__MACOSX/x", "x");
  }

  private static void assertRefused(String code, String path, String text) {
    byte[] file = Archive.writeTexts(new TreeMap<>(Map.of(path, text)));

    assertThatThrownBy(() -> of("ru").read(file))
        .isInstanceOfSatisfying(
            RuleFilesRefused.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.arguments().isEmpty() || it.arguments().get(0).equals(path)).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {key: a, ? [b] : c}",
        "- key: a\n  ? {b: c}\n  : d",
        "- !own {key: a}",
        "- {key: a, key: b}",
        "- {key: &a b, unit: *a}"
      })
  void what_no_table_can_say_is_told_at_its_line_when_a_draft_is_taken_along(String norms) {
    var files = RuleFiles.shipped(COUNTRIES, "ru").with(Map.of(NORMS, Optional.of(norms)));

    assertThatThrownBy(() -> new RuleExchange(files).workbook(true, (kind, code) -> code))
        .isInstanceOfSatisfying(
            FileNotUnderstood.class, it -> assertThat(it.arguments().get(0)).isEqualTo(NORMS));
  }

  @Test
  void an_archive_is_no_larger_than_a_country_can_be() {
    var many = new TreeMap<String, String>();
    for (int i = 0; i <= 500; i++) {
      many.put("rules/ru/r%d.dslr".formatted(i), "#");
    }
    tooLarge("archive-too-many-files", many);
    tooLarge("archive-bomb", new TreeMap<>(Map.of(RULES, "#".repeat(1 << 20))));
    tooLarge("archive-file-too-large", new TreeMap<>(Map.of(RULES, counted(5 << 20))));
  }

  private static void tooLarge(String code, SortedMap<String, String> files) {
    var file = Archive.writeTexts(files);

    assertThatThrownBy(() -> of("ru").read(file))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.code()).as(it.getMessage()).isEqualTo(code));
  }

  /** A text that packs as well as people's do. */
  private static String counted(int length) {
    var text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append("# строка ").append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void what_is_no_utf8_is_refused_and_what_an_archive_lacks_goes() {
    var files = new TreeMap<String, byte[]>();
    files.put("rules/ru/admission.dslr", new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> of("ru").read(Archive.write(files)))
        .isInstanceOfSatisfying(
            RuleFilesRefused.class, it -> assertThat(it.code()).isEqualTo("rule-file-not-text"));

    var less = new TreeMap<>(RuleFiles.shipped(COUNTRIES, "ru").byPath());
    less.remove("rules/ru/payout.dslr");
    less.put("rules/ru/exit.dslr", "# другое\n");
    assertThat(of("ru").read(Archive.writeTexts(less)))
        .containsOnly(
            Map.entry("rules/ru/payout.dslr", Optional.empty()),
            Map.entry("rules/ru/exit.dslr", Optional.of("# другое\n")));
  }
}

package coop.artel.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.CountryPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExchangeTest {
  static final String NORMS = "jurisdictions/ru/norms.yaml";
  static final String CASES = "jurisdictions/ru/cases/admission.yaml";
  static final String RULES = "rules/ru/admission.dslr";

  /** The repository's own files of a country. */
  static SortedMap<String, String> files(String country) {
    var files = new TreeMap<String, String>();
    for (var folder : new String[] {"jurisdictions/" + country, "rules/" + country}) {
      if (!Files.isDirectory(Path.of(folder))) {
        continue;
      }
      try (var paths = Files.walk(Path.of(folder))) {
        for (var path : paths.filter(Files::isRegularFile).toList()) {
          files.put(path.toString().replace('\\', '/'), Files.readString(path, UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  static RuleExchange of(SortedMap<String, String> files) {
    return new RuleExchange(CountryPaths.country(files.firstKey()), files);
  }

  @ParameterizedTest
  @ValueSource(strings = {"am", "by", "de", "es", "eu", "fi", "it", "kg", "kz", "ru", "uk"})
  void a_country_goes_out_as_tables_and_comes_back_to_the_byte(String country) {
    var exchange = of(files(country));

    var brought = exchange.fromWorkbook(exchange.workbook(true, (sheet, code) -> "«" + code + "»"));

    assertThat(brought).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"am", "by", "de", "es", "eu", "fi", "it", "kg", "kz", "ru", "uk"})
  void a_country_goes_out_as_files_and_comes_back_to_the_byte(String country) {
    var exchange = of(files(country));

    assertThat(exchange.fromArchive(exchange.archive())).isEmpty();
    assertThat(exchange.archive()).isEqualTo(of(files(country)).archive());
  }
}

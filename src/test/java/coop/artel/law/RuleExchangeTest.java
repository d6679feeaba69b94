package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.jurisdiction.Countries;
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
}

package coop.artel.jurisdiction;

import static coop.artel.jurisdiction.Identifier.Fault.ALL_ZERO;
import static coop.artel.jurisdiction.Identifier.Fault.CHECK_DIGIT;
import static coop.artel.jurisdiction.Identifier.Fault.FORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of the legal facts, 14.8. */
class IdentifiersTest {
  private static final Country RUSSIA = new Countries().of("ru");

  @ParameterizedTest
  @CsvSource({
    "inn-entity,7707083893",
    "inn-entity,7701526010",
    "inn-person,500100732259",
    "inn-person,770123456703",
    "ogrn,1027700132195",
    "ogrn,1027712345100",
    "ogrnip,304500116000157",
    "ogrnip,324500116001070",
    "kpp,773601001",
    "kpp,7736AB001",
    "snils,112-233-445 95",
    "snils,002-506-816 00",
    "snils,002-229-651 00",
    "snils,087-654-303 00",
    "snils,007-994-683 00",
    "snils,123-456-789 64",
    "snils,001-001-998 77",
    "passport,0400 000123",
    "passport-division,770-001",
  })
  void a_right_number_is_taken(String kind, String value) {
    assertThat(RUSSIA.check(kind, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "inn-entity,7707083894",
    "inn-person,500100732258",
    "ogrn,1027700132196",
    "ogrnip,304500116000158",
    "snils,112-233-445 96",
  })
  void a_wrong_check_digit_is_refused(String kind, String value) {
    assertThat(RUSSIA.check(kind, value)).contains(CHECK_DIGIT);
  }

  @ParameterizedTest
  @CsvSource({
    "inn-entity,77070838931",
    "inn-person,77070838931",
    "ogrn,3027700132195",
    "kpp,77360100",
    "kpp,7736аб001",
    "passport,400000123",
    "inn-entity,٧٧٠٧٠٨٣٨٩٣",
  })
  void a_wrong_form_is_refused(String kind, String value) {
    assertThat(RUSSIA.check(kind, value)).contains(FORM);
  }

  @ParameterizedTest
  @CsvSource({"inn-entity,0000000000", "inn-person,000000000000"})
  void all_zeros_are_refused_though_the_check_digit_is_right(String kind, String value) {
    assertThat(RUSSIA.check(kind, value)).contains(ALL_ZERO);
  }

  @Test
  void an_unknown_kind_is_a_broken_program() {
    assertThatThrownBy(() -> RUSSIA.check("steuernummer", "1"))
        .isInstanceOf(IllegalStateException.class);
  }
}

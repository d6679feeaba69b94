package coop.artel.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The numbers under {@code jurisdictions/<country>/worked/identifiers.yaml}. */
class WorkedIdentifiersTest {
  private static final Countries COUNTRIES = new Countries();

  private record Worked(String country, String kind, String value, String expected) {
    String told() {
      return "%s %s %s".formatted(country, kind, value);
    }
  }

  @TestFactory
  Stream<DynamicTest> numbers() throws IOException {
    return read().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    "%s: %s".formatted(it.told(), it.expected()), () -> check(it)));
  }

  private static void check(Worked it) {
    if (it.expected().equals("not-issued")) {
      assertThat(it.value()).containsOnlyOnce("x");
      assertThat(IntStream.range(0, 10))
          .allSatisfy(
              digit ->
                  assertThat(answer(it, it.value().replace("x", Integer.toString(digit))))
                      .isEqualTo("check-digit"));
    } else {
      assertThat(answer(it, it.value())).isEqualTo(it.expected());
    }
  }

  private static String answer(Worked it, String value) {
    return COUNTRIES
        .of(it.country())
        .check(it.kind(), value)
        .map(fault -> fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .orElse("valid");
  }

  /** The table of the legal facts, 14.8. */
  @Test
  void every_worked_number_of_the_legal_facts_stands() throws IOException {
    var there = new TreeSet<String>();
    for (var it : read()) {
      assertThat(there.add(it.told())).as("doubled: %s", it.told()).isTrue();
    }

    assertThat(there)
        .contains(
            "ru inn-entity 7707083893",
            "ru inn-entity 7707083894",
            "ru inn-entity 7701526010",
            "ru inn-entity 0000000000",
            "ru inn-person 500100732259",
            "ru inn-person 500100732258",
            "ru inn-person 770123456703",
            "ru inn-entity 77070838931",
            "ru inn-person 77070838931",
            "ru ogrn 1027700132195",
            "ru ogrn 1027700132196",
            "ru ogrn 1027712345100",
            "ru ogrn 3027700132195",
            "ru ogrnip 304500116000157",
            "ru ogrnip 304500116000158",
            "ru ogrnip 324500116001070",
            "ru kpp 773601001",
            "ru kpp 7736AB001",
            "ru kpp 77360100",
            "ru kpp 7736аб001",
            "ru snils 112-233-445 95",
            "ru snils 112-233-445 96",
            "ru snils 002-506-816 00",
            "ru snils 002-229-651 00",
            "ru snils 087-654-303 00",
            "ru snils 007-994-683 00",
            "ru snils 123-456-789 64",
            "ru snils 001-001-998 77",
            "by unp-entity 200988541",
            "by unp-entity 200988542",
            "by unp-entity 19012002x",
            "by unp-person MA1953684",
            "kz bin 971240001315",
            "kz bin 971240001316",
            "kz bin 240340001811",
            "kz bin 24034000180x",
            "fi y-tunnus 0112038-9",
            "fi y-tunnus 2077474-0",
            "fi y-tunnus 2077474-1",
            "fi y-tunnus 2077402-x",
            "es cif F20025318",
            "es cif F2002531H",
            "es cif F20025319",
            "es dni 12345678Z",
            "es dni 12345678A",
            "it partita-iva 00743110157",
            "it partita-iva 00743110158",
            "de vat DE136695976",
            "de vat DE136695978",
            "uk vat GB980780684",
            "uk company-number SC123456",
            "uk company-number 01234567",
            "uk company-number 1234567");
  }

  @Test
  void every_number_with_a_check_digit_has_a_right_and_a_wrong_one() throws IOException {
    var worked = new TreeSet<String>();
    for (var it : read()) {
      worked.add("%s %s %s".formatted(it.country(), it.kind(), it.expected()));
    }
    for (var id : COUNTRIES.ids()) {
      var pairs =
          COUNTRIES.of(id).identifiers().values().stream()
              .filter(identifier -> !identifier.checks().isEmpty())
              .map(Identifier::id)
              .filter(kind -> !Set.of("iin", "unp-person").contains(kind))
              .flatMap(
                  kind ->
                      Stream.of(
                          "%s %s valid".formatted(id, kind),
                          "%s %s check-digit".formatted(id, kind)))
              .toList();

      assertThat(worked).containsAll(pairs);
    }
  }

  @Test
  void a_rule_that_is_not_sure_refuses_no_number() {
    assertThat(COUNTRIES.of("kg").check("inn", "1")).isEmpty();
    assertThat(COUNTRIES.of("am").check("tin", "x")).isEmpty();
  }

  @Test
  void an_unknown_kind_is_a_broken_program() {
    assertThatThrownBy(() -> COUNTRIES.of("ru").check("steuernummer", "1"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_number_of_any_length_and_sign_is_answered() {
    for (var id : COUNTRIES.ids()) {
      for (var identifier : COUNTRIES.of(id).identifiers().values()) {
        for (var value : List.of("", "0", "x", "9".repeat(100_000), "GB", "DE-", "\u0000")) {
          assertThat(identifier.check(value)).isPresent();
        }
      }
    }
  }

  private static List<Worked> read() throws IOException {
    var all = new ArrayList<Worked>();
    for (var file : WorkedTermsTest.files("identifiers")) {
      for (var item : file.items()) {
        var entries = item.entries(Set.of("kind", "value", "expected", "working"));
        all.add(
            new Worked(
                file.file().substring(0, 2),
                item.required(entries, "kind").text(),
                item.required(entries, "value").text(),
                item.required(entries, "expected").text()));
      }
    }
    return all;
  }
}

package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.InventedCountry;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.FileNotUnderstood;
import coop.artel.jurisdiction.TermUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding a country is adding files. */
class AddedCountryTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    InventedCountry.in(folder);
  }

  @Test
  void a_country_of_files_alone_admits_whom_its_law_admits_on_the_day() {
    var edition = new Editions(Countries.with(folder)).current("zz");
    var day = LocalDate.of(2026, 5, 4);

    assertThat(asked(edition, day, day.minusYears(18)).outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(asked(edition, day, null).outcome()).isEqualTo(Outcome.MISSING);
    var refused = asked(edition, day, day.minusYears(18).plusDays(1));
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.findings())
        .filteredOn(finding -> refused.reasons().contains(finding.rule()))
        .extracting(Finding::article)
        .containsExactly("Tides, § 1");
    var before = LocalDate.of(2025, 12, 31);
    assertThat(asked(edition, before, before.minusYears(20)).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(asked(edition, before, before.minusYears(21)).outcome()).isEqualTo(Outcome.GRANTED);
  }

  private static Decision asked(Edition edition, LocalDate day, @Nullable LocalDate born) {
    return new Case(
            "added",
            "",
            day,
            new AdmissionFacts("", true, true, born, true, day, true, false),
            "guild",
            Map.of(),
            Set.of(),
            Outcome.GRANTED,
            Set.of(),
            "",
            Set.of())
        .ask(edition, true);
  }

  @Test
  void its_cases_stand_beside_its_rules_and_may_be_tried_otherwise() {
    var book = RuleBooks.shipped(Countries.with(folder));

    assertThat(book.cases("zz", "admission"))
        .allMatch(RuleBook.Tried::asExpected)
        .extracting(RuleBook.Tried::id)
        .containsExactly("S1", "S2");
    assertThat(book.questions("zz"))
        .allSatisfy(
            question ->
                assertThat(book.cases("zz", question)).allMatch(RuleBook.Tried::asExpected));
    var day = LocalDate.of(2026, 5, 4);
    var asked = book.whatIf("zz", "S2", day, Map.of("born", "2008-05-04"));
    assertThat(asked.outcome()).isEqualTo(Outcome.GRANTED);
  }

  @Test
  void a_case_that_is_not_understood_is_told_before_the_service_serves() throws IOException {
    InventedCountry.write(
        folder,
        "jurisdictions/zz/cases/admission.yaml",
        """
        - id: S1
          name: whoever is of age may join the guild
          question: admission
          day: 2026-05-04
          legal-form: guild
          facts: {age: 18}
          outcome: granted
        """);
    var countries = Countries.with(folder);

    assertThatThrownBy(() -> new Editions(countries))
        .isInstanceOfSatisfying(
            FileNotUnderstood.class,
            told ->
                assertThat(told.arguments())
                    .containsExactly("zz/cases/admission.yaml", "6", "age"));
  }

  @Test
  void its_numbers_and_its_calendar_are_its_own() {
    var country = Countries.with(folder).of("zz");

    assertThat(country.check("shell", "S18003")).isPresent();
    assertThat(country.check("shell", "S12344")).isEmpty();
    // 1 May 2026 is a Friday; Saturdays and Sundays are working days there.
    assertThat(country.calendar().end(LocalDate.of(2026, 4, 21), 10, TermUnit.DAYS).lastDay())
        .isEqualTo(LocalDate.of(2026, 5, 2));
    assertThat(country.calendar().end(LocalDate.of(2026, 4, 22), 10, TermUnit.DAYS).lastDay())
        .isEqualTo(LocalDate.of(2026, 5, 2));
    // A holiday on a day off moves nothing unless the country says so: 1 March is a Sunday.
    assertThat(country.calendar().working(LocalDate.of(2026, 3, 1))).isFalse();
    assertThat(country.calendar().working(LocalDate.of(2026, 3, 2))).isTrue();
  }

  @Test
  void the_shipped_countries_stay_as_they_are() {
    var countries = Countries.with(folder);

    assertThat(countries.ids()).contains("zz").containsAll(new Countries().ids());
    assertThat(countries.added()).containsExactly("zz");
    assertThat(new Editions(countries).current("ru").id())
        .isEqualTo(new Editions(new Countries()).current("ru").id());
  }

  @Test
  void a_shipped_country_is_not_replaced() throws IOException {
    InventedCountry.write(folder, "rules/ru/admission.dslr", "");

    assertTold("file-country-shipped", "rules/ru/admission.dslr");
  }

  @Test
  void a_rule_that_does_not_parse_is_told_before_the_service_serves() throws IOException {
    InventedCountry.write(
        folder,
        "rules/zz/admission.dslr",
        """
        rules for the legal form guild

        rule admission.age
        by law Tides, § 1
        if
            the applicant looks old enough
        then
            otherwise refuse
        end
        """);
    var countries = Countries.with(folder);

    assertThatThrownBy(() -> new Editions(countries))
        .isInstanceOfSatisfying(
            RuleNotUnderstood.class,
            told ->
                assertThat(told.arguments())
                    .startsWith("rules/zz/admission.dslr", "6")
                    .contains("the applicant looks old enough"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jurisdictions/zz/norm.yaml",
        "jurisdictions/zz/calendar/26.yaml",
        "jurisdictions/ZZ/norms.yaml",
        "jurisdictions/zz/documents/letter.html",
        "rules/zz/admission.drl",
        "rules/vocabulary/en.dsl",
        "notes.txt",
      })
  void a_name_that_no_file_has_is_told(String name) throws IOException {
    InventedCountry.write(folder, name, "x: y\n");

    assertTold("file-unexpected", name);
  }

  @Test
  void a_link_is_not_followed() throws IOException {
    var secret = Files.writeString(Files.createTempFile("secret", ".yaml"), "- id: canary\n");
    var link = folder.resolve("jurisdictions/zz/acts.yaml");
    Files.delete(link);
    Files.createSymbolicLink(link, secret);

    assertTold("file-is-link", "jurisdictions/zz/acts.yaml");
  }

  @Test
  void a_linked_folder_is_not_entered() throws IOException {
    Files.createSymbolicLink(folder.resolve("rules/yy"), Files.createTempDirectory("elsewhere"));

    assertTold("file-is-link", "rules/yy");
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws IOException {
    InventedCountry.write(folder, "jurisdictions/zz/norms.yaml", "#".repeat((1 << 20) + 1));

    assertTold("file-too-large", "jurisdictions/zz/norms.yaml");
  }

  @Test
  void more_files_than_any_country_has_are_not_read() throws IOException {
    for (int i = 0; i < 2000; i++) {
      InventedCountry.write(folder, "jurisdictions/zz/cases/c%d.yaml".formatted(i), "[]\n");
    }

    assertThatThrownBy(() -> Countries.with(folder))
        .isInstanceOfSatisfying(
            FileNotUnderstood.class, told -> assertThat(told.code()).isEqualTo("file-too-large"));
  }

  @Test
  void what_is_not_text_is_told() throws IOException {
    Files.write(folder.resolve("rules/zz/outcome.dslr"), new byte[] {'a', (byte) 0xFF});

    assertTold("file-not-text", "rules/zz/outcome.dslr");
  }

  @Test
  void a_bomb_of_aliases_does_not_go_off() throws IOException {
    var bomb = new StringBuilder("- &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      var before = "*" + (char) (c - 1);
      bomb.append("- &").append(c).append(" [").append(before).append(", ");
      bomb.append((before + ", ").repeat(8)).append(before).append("]\n");
    }
    InventedCountry.write(folder, "jurisdictions/zz/norms.yaml", bomb.toString());

    assertThatThrownBy(() -> Countries.with(folder))
        .isInstanceOfSatisfying(
            FileNotUnderstood.class,
            told -> assertThat(told.arguments()).startsWith("zz/norms.yaml"));
  }

  @Test
  void rules_without_a_country_are_told() throws IOException {
    InventedCountry.write(folder, "rules/yy/outcome.dslr", "");

    assertTold("file-missing", "yy/country.yaml");
  }

  @Test
  void a_folder_that_is_not_there_is_told() {
    assertThatThrownBy(() -> Countries.with(folder.resolve("elsewhere")))
        .isInstanceOfSatisfying(
            FileNotUnderstood.class,
            told -> assertThat(told.code()).isEqualTo("file-folder-missing"));
  }

  @Test
  void rules_in_a_language_without_a_vocabulary_are_told() throws IOException {
    var file = folder.resolve("jurisdictions/zz/country.yaml");
    Files.writeString(
        file, Files.readString(file, StandardCharsets.UTF_8).replace("rules: en", "rules: el"));
    var countries = Countries.with(folder);

    assertThatThrownBy(() -> new Editions(countries)).hasMessageContaining("el.dsl");
  }

  private void assertTold(String code, String file) {
    assertThatThrownBy(() -> Countries.with(folder))
        .isInstanceOfSatisfying(
            FileNotUnderstood.class,
            told -> {
              assertThat(told.code()).isEqualTo(code);
              assertThat(told.arguments()).first().isEqualTo(file);
            });
  }
}

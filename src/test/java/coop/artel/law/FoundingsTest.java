package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.Country;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.law.Foundings.Draft;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperatives;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Setting up a cooperative. */
@House
@Transactional
class FoundingsTest {
  private static final Draft DAWN =
      new Draft(
          "ru",
          "consumer-society",
          " Потребительское общество «Заря» ",
          "ПО «Заря»",
          "1027700132195",
          "7707083893",
          "170100, г. Тверь, ул. Советская, д. 1",
          "Asia/Omsk");

  @Autowired private Foundings foundings;
  @Autowired private Cooperatives cooperatives;
  @Autowired private Countries countries;
  @Autowired private Records records;

  private final Caller operator = caller(Set.of(PlatformRole.OPERATOR));

  @Test
  void an_operator_sets_up_a_cooperative_and_the_log_says_so() {
    var found = foundings.found(operator, DAWN);

    assertThat(cooperatives.find(found.id())).isEqualTo(found);
    assertThat(found.name()).isEqualTo("Потребительское общество «Заря»");
    assertThat(found.zone().getId()).isEqualTo("Asia/Omsk");
    assertThat(found.currency().getCurrencyCode()).isEqualTo("RUB");
    assertThat(found.demonstration()).isFalse();
    var series = records.of("cooperative:" + found.id());
    assertThat(series).hasSize(1);
    assertThat(series.get(0).kind()).isEqualTo(RecordKind.COOPERATIVE_FOUNDED);
    assertThat(series.get(0).members())
        .containsEntry("registrationNumber", "1027700132195")
        .containsEntry("legalForm", "consumer-society");
  }

  @Test
  void nobody_but_an_operator_does() {
    for (var who : Set.of(caller(Set.of()), caller(Set.of(PlatformRole.LAWYER)))) {
      assertThatThrownBy(() -> foundings.found(who, DAWN))
          .isInstanceOfSatisfying(
              Refusal.class, it -> assertThat(it.code()).isEqualTo("founding-not-theirs"));
    }
    assertThat(cooperatives.all()).noneMatch(it -> it.registrationNumber().equals("1027700132195"));
  }

  @Test
  void each_wrong_value_is_told_at_its_own_place_and_all_at_once() {
    assertThat(faults(new Draft("", "", "", " ", "", "", "", "")))
        .containsEntry("country", "choose")
        .containsEntry("legalForm", "choose")
        .containsEntry("name", "empty")
        .containsEntry("shortName", "empty")
        .containsEntry("address", "empty")
        .containsEntry("registrationNumber", "empty")
        .containsEntry("taxNumber", "empty")
        .containsEntry("zone", "zone-unknown");
    assertThat(faults(numbers("1027700132196", "7707083894")))
        .isEqualTo(Map.of("registrationNumber", "check-digit", "taxNumber", "check-digit"));
    assertThat(faults(numbers("123", "77070838930")))
        .isEqualTo(Map.of("registrationNumber", "digits", "taxNumber", "digits"));
    assertThat(faults(numbers("", "")))
        .isEqualTo(Map.of("registrationNumber", "empty", "taxNumber", "empty"));
  }

  @Test
  void one_that_is_here_already_is_not_set_up_again() {
    foundings.found(operator, DAWN);

    assertThat(faults(DAWN)).isEqualTo(Map.of("registrationNumber", "known"));
  }

  @Test
  void forms_whose_members_the_law_does_not_know_cannot_be_chosen() {
    var forms = foundings.forms(countries.of("ru")).stream().map(LegalForm::id).toList();

    assertThat(forms).contains("consumer-society").doesNotContain("sole-trader");
    assertThat(
            faults(
                new Draft(
                    "ru",
                    "sole-trader",
                    "ИП",
                    "ИП",
                    "1027700132195",
                    "7707083893",
                    "г. Тверь",
                    "Europe/Moscow")))
        .isEqualTo(Map.of("legalForm", "choose"));
  }

  @Test
  void a_country_without_rules_on_admission_is_not_offered_and_not_taken() {
    assertThat(foundings.countries()).extracting(Country::id).contains("ru").doesNotContain("kz");
    // Its files do say from what age one may be a member.
    assertThat(countries.of("kz").norm("membership.min-age")).isPresent();
    assertThat(
            faults(
                new Draft(
                    "kz",
                    "production-cooperative",
                    "ПК",
                    "ПК",
                    "971240001315",
                    "971240001315",
                    "г. Алматы",
                    "Asia/Almaty")))
        .isEqualTo(Map.of("legalForm", "choose"));
  }

  private static Draft numbers(String registration, String tax) {
    return new Draft(
        DAWN.country(),
        DAWN.legalForm(),
        DAWN.name(),
        DAWN.shortName(),
        registration,
        tax,
        DAWN.address(),
        DAWN.zone());
  }

  private Map<String, String> faults(Draft draft) {
    try {
      foundings.found(operator, draft);
    } catch (FieldsRefused refused) {
      return refused.faults().stream()
          .collect(
              java.util.stream.Collectors.toMap(
                  FieldsRefused.Fault::field, FieldsRefused.Fault::code));
    }
    throw new AssertionError("It was taken");
  }

  private static Caller caller(Set<PlatformRole> roles) {
    return new Caller(PersonId.random(), "", Map.of(), roles);
  }
}

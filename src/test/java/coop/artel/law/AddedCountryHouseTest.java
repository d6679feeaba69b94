package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.AddedCountries;
import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.documents.Documents;
import coop.artel.documents.MemberLetterContent;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperative;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The service with a country that a setting adds. */
@House
@Transactional
class AddedCountryHouseTest extends AddedCountries {
  @Autowired private Foundings foundings;
  @Autowired private Law law;
  @Autowired private EditionsAtStart start;
  @Autowired private Records records;
  @Autowired private Documents documents;

  @Test
  void a_cooperative_of_it_is_set_up_and_its_law_admits_a_member() {
    assertThat(foundings.countries()).extracting(it -> it.id()).contains("zz");
    var guild = founded();

    assertThat(guild.currency().getCurrencyCode()).isEqualTo("XTS");
    var day = LocalDate.of(2026, 5, 4);
    assertThat(asked(guild, day, day.minusYears(18))).isEqualTo(Outcome.GRANTED);
    assertThat(asked(guild, day, day.minusYears(17))).isEqualTo(Outcome.REFUSED);
    assertThat(law.term("admission.decision-days", LocalDate.of(2026, 4, 21), guild.id()))
        .satisfies(
            term -> {
              assertThat(term.lastDay()).isEqualTo(LocalDate.of(2026, 5, 2));
              assertThat(term.preliminary()).isFalse();
              assertThat(term.article()).isEqualTo("Tides, § 2");
            });
  }

  @Test
  void its_edition_is_recorded_and_its_letters_are_written_with_its_templates() {
    start.compileAndRecord("zz");

    assertThat(records.of("rules:zz")).hasSize(1);
    var day = LocalDate.of(2026, 5, 4);
    var letter =
        documents.write(
            founded().id(),
            "case",
            PersonId.random(),
            new MemberLetterContent("Plato", 7, day, 1, day, null, null, null));
    assertThat(documents.html(letter)).contains("Atlantis knows Plato already: shell no. 7");
  }

  private Outcome asked(Cooperative guild, LocalDate day, LocalDate born) {
    var facts = new AdmissionFacts("", true, true, born, true, day, true, false);
    return law.foresee(facts, guild.id(), day).outcome();
  }

  private Cooperative founded() {
    return foundings.found(
        new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.OPERATOR)),
        new Foundings.Draft(
            "zz",
            "guild",
            "Guild of Shells",
            "Shells",
            "S12344",
            "S12344",
            "Pier 1",
            "Atlantic/Azores"));
  }
}

package coop.artel.members;

import coop.artel.access.Accounts;
import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.law.Foundings;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Sets up cooperatives of the invented country: a council of three, its officers, its charter. */
final class Guild {
  static final String SHARE = "25";

  private static final AtomicInteger FOUNDED = new AtomicInteger();

  /** With a right check digit each. */
  private static final List<String> NUMBERS = List.of("S12351", "S12369", "S12377", "S12385");

  private final ApplicationContext house;

  Guild(ApplicationContext house) {
    this.house = house;
  }

  Cooperative founded(String country) {
    var number = NUMBERS.get(FOUNDED.getAndIncrement());
    var operator = new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.OPERATOR));
    var guild =
        house
            .getBean(Foundings.class)
            .found(
                operator,
                new Foundings.Draft(
                    country,
                    "guild",
                    "Guild of Shells",
                    "Shells",
                    number,
                    number,
                    "Pier 1",
                    "Atlantic/Azores"));
    seat(guild, Office.CHAIR, "Kritias");
    seat(guild, Office.COUNCIL, "Timaios");
    seat(guild, Office.COUNCIL, "Hermokrates");
    seat(guild, Office.SECRETARY, "Solon");
    seat(guild, Office.ACCOUNTANT, "Dropides");
    seat(guild, Office.AUDITOR, "Amynandros");
    adoptCharter(guild);
    return guild;
  }

  private void seat(Cooperative guild, Office office, String name) {
    var person = new Person(PersonId.random(), name, "Elder", null, null, null, null, null, null);
    house.getBean(People.class).register(person);
    house
        .getBean(Accounts.class)
        .open(
            person.id(),
            name.toLowerCase(Locale.ROOT) + "-" + guild.registrationNumber(),
            "below the sea for ever",
            Set.of());
    var today = house.getBean(LegalClock.class).today(guild.zone());
    house.getBean(Offices.class).entrust(guild.id(), office, person.id(), today.minusDays(3), null);
  }

  private void adoptCharter(Cooperative guild) {
    var norm = "share.minimum-contribution";
    var today = house.getBean(LegalClock.class).today(guild.zone());
    var figure = new Charter.Figure(norm, SHARE, "XTS", "4", PersonId.random(), PersonId.random());
    house
        .getBean(Cooperatives.class)
        .adopt(new Charter(guild.id(), today.minusDays(3), Map.of(norm, figure)));
  }
}

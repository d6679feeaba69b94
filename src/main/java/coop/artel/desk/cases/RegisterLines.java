package coop.artel.desk.cases;

import coop.artel.people.People;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Memberships;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a person stands in a register, under whatever id it knows them. */
@Component
class RegisterLines {
  private final Memberships memberships;
  private final People people;
  private final LegalClock clock;

  RegisterLines(Memberships memberships, People people, LegalClock clock) {
    this.memberships = memberships;
    this.people = people;
    this.clock = clock;
  }

  /** A line of the register and the page that shows it. */
  record Line(long number, String link) {}

  /** The line that holds today, absent if there is none. */
  @Nullable Line of(PersonId person, Cooperative cooperative) {
    var today = clock.today(cooperative.zone());
    return memberships
        .line(cooperative.id(), people.sameAs(person), today)
        .map(it -> new Line(it.number(), "/members/%s/%s".formatted(cooperative.id(), it.number())))
        .orElse(null);
  }
}

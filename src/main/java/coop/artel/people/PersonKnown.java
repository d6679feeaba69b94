package coop.artel.people;

import coop.artel.values.PersonId;
import coop.artel.values.Refusal;

/** A person is registered already under this id. */
class PersonKnown extends Refusal {
  PersonKnown(PersonId person) {
    super("person-known", "Person %s is registered already", person.toString());
  }
}

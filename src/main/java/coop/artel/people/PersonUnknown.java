package coop.artel.people;

import coop.artel.values.PersonId;
import coop.artel.values.Refusal;

/** There is no such person. */
public class PersonUnknown extends Refusal {
  PersonUnknown(PersonId person) {
    this("person-unknown", "There is no person %s", person);
  }

  PersonUnknown(String code, String english, PersonId person) {
    super(Kind.NOT_FOUND, code, english, person.toString());
  }
}

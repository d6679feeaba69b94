package coop.artel.people;

import coop.artel.values.PersonId;

/** There was such a person; the key of what was known is destroyed. */
public class PersonErased extends PersonUnknown {
  PersonErased(PersonId person) {
    super("person-erased", "Person %s was erased", person);
  }
}

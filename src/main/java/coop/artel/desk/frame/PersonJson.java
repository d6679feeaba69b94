package coop.artel.desk.frame;

import coop.artel.values.PersonId;

/** A person by id and the name that the caller may read. */
public record PersonJson(String id, String name) {
  public static PersonJson of(PersonId id, Names names, Wording wording) {
    return new PersonJson(id.toString(), names.person(id, wording));
  }
}

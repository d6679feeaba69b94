package coop.artel.members;

import coop.artel.people.Person;
import coop.artel.registry.Memberships.Membership;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the register says in one line, as far as it can be corrected. */
record EntryContent(
    String familyName,
    String givenName,
    @Nullable String patronymic,
    LocalDate since,
    String basis) {
  static EntryContent of(Person person, Membership line) {
    return new EntryContent(
        person.familyName(), person.givenName(), person.patronymic(), line.since(), line.basis());
  }

  String name() {
    return patronymic == null
        ? familyName + " " + givenName
        : familyName + " " + givenName + " " + patronymic;
  }

  boolean sameName(EntryContent other) {
    return name().equals(other.name());
  }

  /** Somebody with this name, and all else as it is. */
  Person named(Person person) {
    return new Person(
        person.id(),
        familyName,
        givenName,
        patronymic,
        person.born(),
        person.address(),
        person.phone(),
        person.email(),
        person.document());
  }

  Map<String, Object> asMap() {
    var map = new HashMap<String, Object>();
    map.put("familyName", familyName);
    map.put("givenName", givenName);
    if (patronymic != null) {
      map.put("patronymic", patronymic);
    }
    map.put("since", since.toString());
    map.put("basis", basis);
    return map;
  }

  static EntryContent of(Map<?, ?> map) {
    return new EntryContent(
        text(map, "familyName"),
        text(map, "givenName"),
        map.containsKey("patronymic") ? text(map, "patronymic") : null,
        LocalDate.parse(text(map, "since")),
        text(map, "basis"));
  }

  private static String text(Map<?, ?> map, String key) {
    return String.valueOf(map.get(key));
  }
}

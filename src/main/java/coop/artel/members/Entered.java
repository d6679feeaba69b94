package coop.artel.members;

import coop.artel.people.Person;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checked values of a form that tells of an applicant. */
record Entered(Map<String, Object> values) {
  /** Somebody as far as texts say it that nobody has checked yet. */
  static Person typed(Map<String, Object> sent) {
    var texts = new HashMap<String, Object>();
    for (var key : List.of("familyName", "givenName", "patronymic", "address", "phone", "email")) {
      if (sent.get(key) instanceof String text) {
        texts.put(key, text);
      }
    }
    return new Entered(texts).person(PersonId.random());
  }

  /** Somebody new. */
  Person person(PersonId id) {
    return new Person(
        id,
        values.getOrDefault("familyName", "").toString(),
        values.getOrDefault("givenName", "").toString(),
        text("patronymic"),
        day("born"),
        text("address"),
        text("phone"),
        text("email"),
        null);
  }

  /**
   * With what is said of name, birth date and address; what is not said stays as it was. With a
   * family name the whole name is said, so that a patronymic may also go.
   */
  Person completing(Person known) {
    @Nullable String family = text("familyName");
    @Nullable String given = text("givenName");
    @Nullable LocalDate born = day("born");
    @Nullable String address = text("address");
    return new Person(
        known.id(),
        family == null ? known.familyName() : family,
        given == null ? known.givenName() : given,
        family == null ? known.patronymic() : text("patronymic"),
        born == null ? known.born() : born,
        address == null ? known.address() : address,
        known.phone(),
        known.email(),
        known.document());
  }

  /** What is said of earnings and payments; absent where the form does not speak of them. */
  @Nullable Set<Income> income() {
    @Nullable String chosen = text("income");
    if (chosen != null) {
      return Income.of(chosen);
    }
    return Income.asked(values) ? Income.ticked(values) : null;
  }

  @Nullable String text(String key) {
    @Nullable Object value = values.get(key);
    return value == null ? null : value.toString();
  }

  @Nullable LocalDate day(String key) {
    return (LocalDate) values.get(key);
  }
}

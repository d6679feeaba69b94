package coop.artel.desk.frame;

import coop.artel.people.People;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Homes;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Turns ids into what people call them; names never come from the engine. */
@Component
public class Names {
  private final People people;
  private final Homes homes;

  public Names(People people, Homes homes) {
    this.people = people;
    this.homes = homes;
  }

  /** The full name, or words for a person who is unknown or erased. */
  public String person(PersonId id, Wording wording) {
    return people
        .nameOf(id)
        .orElseGet(() -> wording.say(people.isErased(id) ? "person.erased" : "person.unknown"));
  }

  public @Nullable String personOrNull(@Nullable PersonId id, Wording wording) {
    return id == null ? null : person(id, wording);
  }

  /** Who did something, and for whom where that one stood in for somebody. */
  public String acting(PersonId by, @Nullable PersonId principal, Wording wording) {
    return principal == null
        ? person(by, wording)
        : acting(person(by, wording), person(principal, wording), wording);
  }

  /** {@code Бойко Анна за Орлову Марию}. */
  public static String acting(String by, @Nullable String principal, Wording wording) {
    if (principal == null) {
      return by;
    }
    return wording.locale().getLanguage().equals("ru")
        ? Accusative.of(principal)
            .map(whom -> wording.say("person.for", by, whom))
            .orElseGet(() -> wording.say("person.for.plain", by, principal))
        : wording.say("person.for", by, principal);
  }

  /** The names of many, read at once. */
  public Map<PersonId, String> persons(Collection<PersonId> ids, Wording wording) {
    var known = people.namesOf(ids);
    var nameless = ids.stream().filter(id -> !known.containsKey(id)).toList();
    if (!nameless.isEmpty()) {
      people.erased(nameless).forEach(id -> known.put(id, wording.say("person.erased")));
    }
    return ids.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), id -> known.getOrDefault(id, wording.say("person.unknown"))));
  }

  /** A country too, by its name in the language of this request. */
  public Cooperative cooperative(CooperativeId id) {
    return homes.find(id, LocaleContextHolder.getLocale());
  }
}

package coop.artel.access;

import coop.artel.registry.Held;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what that person may do at this moment.
 *
 * @param offices held, or exercised in another's place
 * @param countries in the place of cooperatives: those whose law the caller tends
 * @param inPlaceOf whom the caller stands in for, in those offices that are not the caller's own
 */
public record Caller(
    PersonId person,
    String name,
    Map<CooperativeId, Set<Office>> offices,
    Set<PlatformRole> roles,
    Set<CooperativeId> countries,
    Map<CooperativeId, Map<Office, PersonId>> inPlaceOf) {
  /** As models name it: {@code <country>:lawyer}. */
  private static final String LAWYER = ":lawyer";

  /** Somebody who stands in for nobody. */
  public Caller(
      PersonId person,
      String name,
      Map<CooperativeId, Set<Office>> offices,
      Set<PlatformRole> roles) {
    this(person, name, offices, roles, Set.of(), Map.of());
  }

  static Caller of(
      PersonId person,
      String name,
      Held held,
      Set<PlatformRole> roles,
      Set<CooperativeId> countries) {
    var exercised = new LinkedHashMap<CooperativeId, Set<Office>>();
    held.offices().forEach((id, offices) -> exercised.put(id, EnumSet.copyOf(offices)));
    held.inPlaceOf()
        .forEach(
            (id, offices) ->
                exercised
                    .computeIfAbsent(id, c -> EnumSet.noneOf(Office.class))
                    .addAll(offices.keySet()));
    return new Caller(person, name, exercised, roles, countries, held.inPlaceOf());
  }

  public boolean holds(CooperativeId cooperative, Office office) {
    return offices.getOrDefault(cooperative, Set.of()).contains(office);
  }

  /** Holds any office there, or tends the law of the country. */
  public boolean serves(CooperativeId cooperative) {
    return !offices.getOrDefault(cooperative, Set.of()).isEmpty()
        || countries.contains(cooperative);
  }

  /** All that the caller {@link #serves}. */
  public Set<CooperativeId> served() {
    return Stream.concat(offices.keySet().stream(), countries.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Holds an office there that is more than looking on: an auditor changes nothing. */
  public boolean acts(CooperativeId cooperative) {
    return countries.contains(cooperative)
        || offices.getOrDefault(cooperative, Set.of()).stream()
            .anyMatch(office -> office != Office.AUDITOR);
  }

  /** As models name candidate groups: {@code <cooperative>:secretary}, {@code <country>:lawyer}. */
  public Set<String> groups() {
    return Stream.concat(
            offices.entrySet().stream()
                .flatMap(
                    entry -> entry.getValue().stream().map(o -> entry.getKey() + ":" + o.id())),
            countries.stream().map(country -> country + LAWYER))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** For whom the caller exercises an office there; nobody where it is the caller's own. */
  public Optional<PersonId> principal(CooperativeId cooperative, Office office) {
    return Optional.ofNullable(inPlaceOf.getOrDefault(cooperative, Map.of()).get(office));
  }

  /** For whom the caller does what one of these groups may do. */
  public Optional<PersonId> principal(Set<String> groups) {
    return inWhoseName(it -> !Collections.disjoint(it.groups(), groups));
  }

  /**
   * In whose name the caller does something: in nobody else's where the caller's own offices
   * suffice for it.
   */
  public Optional<PersonId> inWhoseName(Predicate<Caller> may) {
    if (inPlaceOf.isEmpty() || may.test(own())) {
      return Optional.empty();
    }
    return inPlaceOf.entrySet().stream()
        .flatMap(
            home ->
                home.getValue().entrySet().stream()
                    .filter(it -> may.test(ownAnd(home.getKey(), it.getKey())))
                    .map(Map.Entry::getValue))
        .findFirst();
  }

  /** Is that person, or stands in for that person now: such two are no two persons. */
  public boolean speaksFor(@Nullable PersonId other) {
    return person.equals(other)
        || inPlaceOf.values().stream().anyMatch(offices -> offices.containsValue(other));
  }

  /** Without what is done in another's place. */
  Caller own() {
    return inPlaceOf.isEmpty() ? this : exercising((id, office) -> principal(id, office).isEmpty());
  }

  private Caller ownAnd(CooperativeId cooperative, Office added) {
    return exercising(
        (id, office) ->
            principal(id, office).isEmpty() || id.equals(cooperative) && office == added);
  }

  private Caller exercising(BiPredicate<CooperativeId, Office> kept) {
    var left = new LinkedHashMap<CooperativeId, Set<Office>>();
    offices.forEach(
        (id, held) -> {
          var some = held.stream().filter(it -> kept.test(id, it)).collect(Collectors.toSet());
          if (!some.isEmpty()) {
            left.put(id, some);
          }
        });
    return new Caller(person, name, left, roles, countries, Map.of());
  }
}

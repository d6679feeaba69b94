package coop.artel.access;

import coop.artel.jurisdiction.Countries;
import coop.artel.people.People;
import coop.artel.registry.Deputies;
import coop.artel.registry.Deputyship;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Makes callers of persons, and knows who is calling now. */
@Component
public class Callers {
  private static final String KNOWN = Callers.class.getName();

  private final People people;
  private final Offices offices;
  private final Deputies deputies;
  private final Accounts accounts;
  private final Countries countries;
  private final LegalClock clock;

  public Callers(
      People people,
      Offices offices,
      Deputies deputies,
      Accounts accounts,
      Countries countries,
      LegalClock clock) {
    this.people = people;
    this.offices = offices;
    this.deputies = deputies;
    this.accounts = accounts;
    this.countries = countries;
    this.clock = clock;
  }

  /** With what may be done today by the legal clock, in each cooperative's own time zone. */
  public Caller of(PersonId person) {
    var roles = accounts.roles(person);
    return Caller.of(
        person,
        people.nameOf(person).orElse(""),
        offices.held(person, clock.now()),
        roles,
        tended(roles));
  }

  /** A lawyer tends the law of every country that is here. */
  private Set<CooperativeId> tended(Set<PlatformRole> roles) {
    return roles.contains(PlatformRole.LAWYER)
        ? countries.ids().stream()
            .map(CooperativeId::ofCountry)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /**
   * Who is in a group that models name, {@code <cooperative>:secretary} or {@code
   * <country>:lawyer}, or stands in for somebody who is; sorted by person id.
   */
  public List<PersonId> inGroup(String group) {
    int colon = group.indexOf(':');
    var cooperative = CooperativeId.of(group.substring(0, colon));
    if (cooperative.country().isPresent()) {
      return accounts.with(PlatformRole.LAWYER).stream()
          .filter(person -> of(person).groups().contains(group))
          .sorted(Comparator.comparing(PersonId::toString))
          .toList();
    }
    var office = Office.valueOf(group.substring(colon + 1).toUpperCase(Locale.ROOT));
    // Which day it is there decides; it is one of those that it is somewhere on earth.
    var holders =
        Stream.of(ZoneOffset.MIN, ZoneOffset.UTC, ZoneOffset.MAX)
            .flatMap(zone -> offices.holders(cooperative, office, clock.today(zone)).stream());
    var standIns =
        Deputyship.OFFICES.contains(office)
            ? deputies.all(cooperative).stream()
                .filter(it -> it.office() == office)
                .map(Deputyship::deputy)
            : Stream.<PersonId>empty();
    return Stream.concat(holders, standIns)
        .distinct()
        .filter(person -> of(person).groups().contains(group))
        .sorted(Comparator.comparing(PersonId::toString))
        .toList();
  }

  /** Somebody who has applied: holds nothing, even if the same person does elsewhere. */
  Caller applicant(PersonId person) {
    return new Caller(person, people.nameOf(person).orElse(""), Map.of(), Set.of());
  }

  /** Whom a token speaks for; an applicant's one carries no offices. */
  public Caller of(Accounts.Bearer bearer) {
    return bearer.purpose().equals(Accounts.APPLICANT)
        ? applicant(bearer.person())
        : of(bearer.person());
  }

  /**
   * The one signed in to this request; throws {@link NotSignedIn} if nobody is. Read once a
   * request, so that an office that was lost is lost at once.
   */
  public Caller current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.isAuthenticated()) {
      if (authentication.getPrincipal() instanceof Caller caller) {
        return caller;
      }
      if (authentication.getPrincipal() instanceof SignedIn signedIn) {
        return ofThisRequest(signedIn.person());
      }
    }
    throw new NotSignedIn();
  }

  private Caller ofThisRequest(PersonId person) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return of(person);
    }
    if (request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Caller known
        && known.person().equals(person)) {
      return known;
    }
    var caller = of(person);
    request.setAttribute(KNOWN, caller, RequestAttributes.SCOPE_REQUEST);
    return caller;
  }
}

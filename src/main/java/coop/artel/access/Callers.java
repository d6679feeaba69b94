package coop.artel.access;

import coop.artel.people.People;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.util.Map;
import java.util.Set;
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
  private final Accounts accounts;
  private final LegalClock clock;

  public Callers(People people, Offices offices, Accounts accounts, LegalClock clock) {
    this.people = people;
    this.offices = offices;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** With the offices of today by the legal clock, in each cooperative's own time zone. */
  public Caller of(PersonId person) {
    return new Caller(
        person,
        people.nameOf(person).orElse(""),
        offices.of(person, clock.now()),
        accounts.roles(person));
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

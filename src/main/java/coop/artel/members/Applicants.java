package coop.artel.members;

import coop.artel.law.AdmissionFacts;
import coop.artel.people.Consents;
import coop.artel.people.People;
import coop.artel.registry.Memberships;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * What the cooperative knows of whoever applies. An applicant is a new person until an identity
 * document tells that the cooperative knows this human being under another id; what other
 * cooperatives know stays with them.
 */
@Component
class Applicants {
  private final People people;
  private final Consents consents;
  private final Memberships memberships;
  private final FormerApplications former;

  Applicants(People people, Consents consents, Memberships memberships, FormerApplications former) {
    this.people = people;
    this.consents = consents;
    this.memberships = memberships;
    this.former = former;
  }

  /** Whether the own register has a line of this human being that holds on a day or later. */
  boolean isMember(Dossier dossier, LocalDate day) {
    return memberships.holds(dossier.cooperative(), people.sameAs(dossier.person()), day);
  }

  /** The form is a written one to the council, and its consent a document of its own. */
  AdmissionFacts asFacts(Dossier dossier) {
    var person = people.find(dossier.person());
    var cooperative = dossier.cooperative();
    var receivedOn = dossier.receivedOn();
    var lapsed = former.of(cooperative, person, receivedOn);
    var consent = consents.standing(dossier.person(), cooperative, ReceiveApplication.PURPOSE);
    return new AdmissionFacts(
        "council",
        true,
        true,
        person.born(),
        person.address() != null,
        consent.map(Consents.Consent::givenOn).orElse(null),
        consent.map(Consents.Consent::separateDocument).orElse(false),
        isMember(dossier, receivedOn),
        lapsed.lapsedOn(),
        lapsed.namesakeLapsedOn());
  }
}

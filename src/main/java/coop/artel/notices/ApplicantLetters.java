package coop.artel.notices;

import coop.artel.jurisdiction.Countries;
import coop.artel.mail.Letter;
import coop.artel.mail.MailAddress;
import coop.artel.mail.Postman;
import coop.artel.members.ApplicationMoved;
import coop.artel.notices.Outbox.Waiting;
import coop.artel.people.Consents;
import coop.artel.people.Consents.Consent;
import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to applicants who gave an address and consented on the page, whose text names this use:
 * that something is asked of them, and that it is decided. What it is they read on the page of the
 * application by their personal link, which no letter carries: the address is not proved.
 */
@Component
class ApplicantLetters {
  private final Outbox outbox;
  private final Postman postman;
  private final LetterWriter writer;
  private final Consents consents;
  private final People people;
  private final Cooperatives cooperatives;
  private final Countries countries;

  ApplicantLetters(
      Outbox outbox,
      Postman postman,
      LetterWriter writer,
      Consents consents,
      People people,
      Cooperatives cooperatives,
      Countries countries) {
    this.outbox = outbox;
    this.postman = postman;
    this.writer = writer;
    this.consents = consents;
    this.people = people;
    this.cooperatives = cooperatives;
    this.countries = countries;
  }

  @EventListener
  void on(ApplicationMoved moved) {
    @Nullable String told = told(moved);
    if (told != null && postman.on() && consented(moved.caseId())) {
      outbox.append(moved.applicant(), moved.caseId(), moved.cooperative(), told);
    }
  }

  private static @Nullable String told(ApplicationMoved moved) {
    return switch (moved.status()) {
      case TO_BE_COMPLETED, TO_BE_CORRECTED -> "application-asks";
      case TO_BE_PAID, RETURNED, REFUSED, LAPSED, ALREADY_MEMBER, ADMITTED -> "application-decided";
      default -> null;
    };
  }

  /** On the page, so that there is a personal link; and as long as nothing was withdrawn. */
  private boolean consented(String caseId) {
    var given = consents.of(caseId);
    return given.stream().anyMatch(it -> it.shown() != null)
        && given.stream().map(Consent::withdrawnOn).allMatch(day -> day == null);
  }

  /** Nothing if nobody is to be written to any more. */
  Optional<Letter> write(Waiting letter, Outbox.About about) {
    // Whoever was erased withdrew the consent before.
    if (!consented(about.caseId())) {
      return Optional.empty();
    }
    var address = address(people.find(letter.person()).email());
    if (address.isEmpty()) {
      return Optional.empty();
    }
    var cooperative = cooperatives.find(about.cooperative());
    var language = Locale.forLanguageTag(countries.of(cooperative.country()).language());
    return Optional.of(
        writer.tellApplicant(letter.id(), address.get(), about.told(), cooperative, language));
  }

  private static Optional<MailAddress> address(@Nullable String email) {
    try {
      return email == null ? Optional.empty() : Optional.of(MailAddress.of(email));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.people.Person;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decisions to admit that lapsed, and how long the charter makes such a person wait. */
@Component
class FormerApplications {
  private static final String REAPPLY = "admission.reapply-months";

  private final Dossiers dossiers;
  private final Law law;

  FormerApplications(Dossiers dossiers, Law law) {
    this.dossiers = dossiers;
    this.law = law;
  }

  /** When a decision to admit this person lapsed so lately that it may still count. */
  Optional<LocalDate> lapsed(CooperativeId cooperative, Person applicant, LocalDate today) {
    return law.figure(REAPPLY, cooperative, today)
        .map(figure -> today.minusMonths(Long.parseLong(figure.value()) + 1))
        .flatMap(since -> dossiers.lapsed(cooperative, applicant, since));
  }
}

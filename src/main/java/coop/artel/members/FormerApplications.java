package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.members.Dossiers.Lapse;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions to admit that lapsed, and how long the charter makes such a person wait. */
@Component
class FormerApplications {
  private static final String REAPPLY = "admission.reapply-months";

  /**
   * So lately that they may still count.
   *
   * @param lapsedOn when a decision to admit this very person lapsed, known by the document
   * @param namesakeLapsedOn when one lapsed about somebody of the same name and birth date
   */
  record Former(@Nullable LocalDate lapsedOn, @Nullable LocalDate namesakeLapsedOn) {
    private static final Former NONE = new Former(null, null);
  }

  private final Dossiers dossiers;
  private final People people;
  private final Law law;

  FormerApplications(Dossiers dossiers, People people, Law law) {
    this.dossiers = dossiers;
    this.people = people;
    this.law = law;
  }

  /** Of somebody whose document nobody has seen nothing is known: the name alone is no identity. */
  Former of(CooperativeId cooperative, Person applicant, LocalDate today) {
    var figure = law.figure(REAPPLY, cooperative, today);
    if (applicant.document() == null || figure.isEmpty()) {
      return Former.NONE;
    }
    var since = today.minusMonths(Long.parseLong(figure.get().value()) + 1);
    var lapses = dossiers.lapses(cooperative, since);
    var same = people.sameAs(applicant.id());
    return new Former(newest(lapses, same), newestNamesake(lapses, same, applicant));
  }

  private static @Nullable LocalDate newest(List<Lapse> lapses, Set<?> same) {
    return lapses.stream()
        .filter(lapse -> same.contains(lapse.person()))
        .map(Lapse::day)
        .findFirst()
        .orElse(null);
  }

  private @Nullable LocalDate newestNamesake(List<Lapse> lapses, Set<?> same, Person applicant) {
    return lapses.stream()
        .filter(lapse -> !same.contains(lapse.person()))
        .filter(lapse -> isNamesake(people.find(lapse.person()), applicant))
        .map(Lapse::day)
        .findFirst()
        .orElse(null);
  }

  private static boolean isNamesake(Person one, Person other) {
    return one.fullName().equalsIgnoreCase(other.fullName())
        && other.born() != null
        && other.born().equals(one.born());
  }
}

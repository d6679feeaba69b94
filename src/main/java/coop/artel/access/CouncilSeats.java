package coop.artel.access;

import coop.artel.access.Appointment.Change;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.registry.Offices.Tenure;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many seats a charter gives a council; a council of more is none that its votes count in. */
@Component
class CouncilSeats {
  private static final String SIZE = "council.size";

  private final Offices offices;
  private final Cooperatives cooperatives;

  CouncilSeats(Offices offices, Cooperatives cooperatives) {
    this.offices = offices;
    this.cooperatives = cooperatives;
  }

  /**
   * Refused with {@code council-full} if on some day from the first on more would sit there than
   * the charter of that day seats.
   */
  void demandSeat(Change change, LocalDate first) {
    if (!change.entrusts() || !seats(change.office())) {
      return;
    }
    var council =
        offices.all(change.cooperative()).stream().filter(it -> seats(it.office())).toList();
    // The council only grows on the first day of somebody.
    Stream.concat(Stream.of(first), council.stream().map(Tenure::first))
        .filter(day -> !day.isBefore(first))
        .distinct()
        .sorted()
        .forEach(day -> demandSeat(change, day, council));
  }

  private void demandSeat(Change change, LocalDate day, List<Tenure> council) {
    var seated = council.stream().filter(it -> it.on(day)).map(Tenure::person).distinct().toList();
    var size = size(cooperatives.charter(change.cooperative(), day));
    if (size.isPresent() && !seated.contains(change.person()) && seated.size() >= size.getAsInt()) {
      throw new CouncilFull(size.getAsInt(), day, sorted(seated));
    }
  }

  private static OptionalInt size(Charter charter) {
    return charter.figure(SIZE).stream().mapToInt(it -> Integer.parseInt(it.value())).findFirst();
  }

  private static List<PersonId> sorted(List<PersonId> persons) {
    return persons.stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
  }

  /** Whoever is the chair is of the council too. */
  private static boolean seats(Office office) {
    return office == Office.COUNCIL || office == Office.CHAIR;
  }
}

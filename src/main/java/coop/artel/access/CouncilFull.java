package coop.artel.access;

import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.time.LocalDate;
import java.util.List;

/** The charter has no seat left in the council. */
class CouncilFull extends Refusal {
  CouncilFull(int size, LocalDate day, List<PersonId> seated) {
    super(
        "council-full",
        "The charter seats %s in the council; on %s it has: %s",
        String.valueOf(size),
        day,
        seated);
  }
}

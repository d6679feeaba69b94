package coop.artel.members;

import coop.artel.workflow.FormInvalid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application that came on paper, with the consent beside it.
 *
 * @param receivedOn from this day the term runs
 * @param scanDigest SHA-256 of the application's scan, hex; the scan stays with the cooperative
 * @param consentOn when the consent was signed
 * @param consentDigest SHA-256 of its scan, hex
 */
public record OnPaper(
    LocalDate receivedOn, String scanDigest, LocalDate consentOn, String consentDigest) {
  private static final String SHA256 = "[0-9a-f]{64}";

  /** What lies before it is a slip of the hand. */
  private static final int EARLIEST_YEAR = 1991;

  static boolean isDigest(String text) {
    return text.matches(SHA256);
  }

  /** The same of one day as a form tells it. */
  static void checkDay(
      FormInvalid.Check check,
      String field,
      @Nullable LocalDate day,
      @Nullable LocalDate born,
      LocalDate today) {
    check.demand(day != null, field, "required");
    if (day != null) {
      check.demand(!day.isAfter(today), field, "day-ahead", day);
      check.demand(day.getYear() >= EARLIEST_YEAR, field, "day-impossible");
      if (born != null) {
        check.demand(!day.isBefore(born), field, "before-birth", born);
      }
    }
  }

  /** Nobody applied or consented before they were born. */
  void demandAfterBirth(@Nullable LocalDate born) {
    if (born != null) {
      new FormInvalid.Check()
          .demand(!receivedOn.isBefore(born), "receivedOn", "before-birth", born)
          .demand(!consentOn.isBefore(born), "consentOn", "before-birth", born)
          .done();
    }
  }

  void demandSound(LocalDate today) {
    if (!isDigest(scanDigest) || !isDigest(consentDigest)) {
      throw PaperRefused.incomplete();
    }
    for (LocalDate day : new LocalDate[] {receivedOn, consentOn}) {
      if (day.getYear() < EARLIEST_YEAR) {
        throw PaperRefused.incomplete();
      }
      if (day.isAfter(today)) {
        throw PaperRefused.ahead(day);
      }
    }
  }
}

package coop.artel.members;

import coop.artel.values.FieldsRefused;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The letter by which an applicant on paper withdraws.
 *
 * @param scanDigest SHA-256 of its scan, hex; the scan stays with the cooperative
 */
public record WithdrawalLetter(String number, @Nullable LocalDate writtenOn, String scanDigest) {
  private static final int LONGEST = 100;

  /** The day of the letter; refused, at the fields of these names: {@code fields-refused}. */
  LocalDate demandSound(LocalDate receivedOn, LocalDate today) {
    var day = writtenOn;
    new FieldsRefused.Check()
        .text("number", number, LONGEST)
        .demand(day != null, "writtenOn", "day-empty")
        .demand(day == null || !day.isAfter(today), "writtenOn", "day-ahead")
        .demand(day == null || !day.isBefore(receivedOn), "writtenOn", "before-application")
        .demand(OnPaper.isDigest(scanDigest), "scanDigest", "scan-missing")
        .done();
    return Objects.requireNonNull(day, "checked above");
  }
}

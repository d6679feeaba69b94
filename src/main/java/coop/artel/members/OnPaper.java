package coop.artel.members;

import java.time.LocalDate;

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

  static boolean isDigest(String text) {
    return text.matches(SHA256);
  }

  void demandSound(LocalDate today) {
    if (!isDigest(scanDigest) || !isDigest(consentDigest)) {
      throw PaperRefused.incomplete();
    }
    for (LocalDate day : new LocalDate[] {receivedOn, consentOn}) {
      if (day.getYear() < 1991) {
        throw PaperRefused.incomplete();
      }
      if (day.isAfter(today)) {
        throw PaperRefused.ahead(day);
      }
    }
  }
}

package coop.artel.members;

import java.time.LocalDate;

/**
 * The letter by which an applicant on paper withdraws.
 *
 * @param scanDigest SHA-256 of its scan, hex; the scan stays with the cooperative
 */
public record WithdrawalLetter(String number, LocalDate writtenOn, String scanDigest) {
  private static final int LONGEST = 100;

  void demandSound(LocalDate receivedOn, LocalDate today) {
    boolean numbered = !number.isBlank() && number.length() <= LONGEST;
    if (!numbered || !number.chars().noneMatch(Character::isISOControl)) {
      throw PaperRefused.letterIncomplete();
    }
    if (!OnPaper.isDigest(scanDigest)) {
      throw PaperRefused.letterIncomplete();
    }
    if (writtenOn.isAfter(today)) {
      throw PaperRefused.ahead(writtenOn);
    }
    if (writtenOn.isBefore(receivedOn)) {
      throw PaperRefused.before(writtenOn, receivedOn);
    }
  }
}

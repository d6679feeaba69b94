package coop.artel.members;

import coop.artel.values.Refusal;
import java.time.LocalDate;

/** What is said of an application on paper is not enough, or cannot be. */
public class PaperRefused extends Refusal {
  private PaperRefused(String code, String english, Object... arguments) {
    super(Kind.INVALID, code, english, arguments);
  }

  public static PaperRefused incomplete() {
    return new PaperRefused(
        "paper-incomplete", "The paper needs its day, its scan, and the consent with day and scan");
  }

  public static PaperRefused letterIncomplete() {
    return new PaperRefused(
        "letter-incomplete", "The letter needs its number, its day and its scan");
  }

  static PaperRefused before(LocalDate day, LocalDate receivedOn) {
    return new PaperRefused(
        "letter-before-application",
        "The letter of %s is older than the application of %s",
        day,
        receivedOn);
  }

  static PaperRefused ahead(LocalDate day) {
    return new PaperRefused("paper-day-ahead", "The day %s has not come yet", day);
  }
}

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

  static PaperRefused ahead(LocalDate day) {
    return new PaperRefused("paper-day-ahead", "The day %s has not come yet", day);
  }
}

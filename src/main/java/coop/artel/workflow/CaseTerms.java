package coop.artel.workflow;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the terms that the law sets a case, as the module whose case it is has stored them. */
public interface CaseTerms {
  /**
   * A term that runs, was kept or was missed.
   *
   * @param norm that sets it
   * @param from the day of the event; the term begins on the next
   * @param preliminary the calendar of the last day's year is not established
   * @param keptOn when what had to be done was done, absent until then
   * @param measure how the norm counts it, {@code 10 working-days}; absent where it is in the days
   *     of the calendar or not known
   */
  record Term(
      String norm,
      LocalDate from,
      LocalDate lastDay,
      boolean preliminary,
      String article,
      @Nullable LocalDate keptOn,
      @Nullable String measure) {
    /** In the days of the calendar. */
    public Term(
        String norm,
        LocalDate from,
        LocalDate lastDay,
        boolean preliminary,
        String article,
        @Nullable LocalDate keptOn) {
      this(norm, from, lastDay, preliminary, article, keptOn, null);
    }
  }

  /** In the order in which they run; none for a case of another module. */
  List<Term> of(String caseId);
}

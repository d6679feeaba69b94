package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/**
 * Terms that neither the law nor a charter names: the house sets them, so that each task has a day
 * of its own. Nothing lapses with them.
 */
@Component
class OwnTerms {
  /** The longest that additions are waited for before the chair is asked again. */
  static final int LONGEST_WAIT = 90;

  /** To look at a statement, to judge, to take something up. */
  private static final int WORKING_DAYS = 3;

  /** Before a term of the law ends, whoever can still act is reminded. */
  private static final int REMIND_BEFORE = 7;

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Law law;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  OwnTerms(Law law, Cooperatives cooperatives, LegalClock clock) {
    this.law = law;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  /** The day by which something is done that began on another. */
  LocalDate workAfter(LocalDate day, CooperativeId cooperative) {
    return law.workingDaysAfter(day, WORKING_DAYS, cooperative);
  }

  /** The same of what begins today. */
  LocalDate workFromToday(CooperativeId cooperative) {
    return workAfter(today(cooperative), cooperative);
  }

  LocalDate today(CooperativeId cooperative) {
    return clock.today(cooperatives.find(cooperative).zone());
  }

  Instant reminderOf(LocalDate lastDay, CooperativeId cooperative) {
    var zone = cooperatives.find(cooperative).zone();
    return lastDay.minusDays(REMIND_BEFORE).atTime(MORNING).atZone(zone).toInstant();
  }

  /** The first moment after a last day. */
  Instant endOf(LocalDate lastDay, CooperativeId cooperative) {
    var zone = cooperatives.find(cooperative).zone();
    return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }
}

package coop.artel.members;

import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Submission;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days that people enter of what has happened: none lies ahead. Refused at the field. */
@Component
class DayFields {
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  DayFields(Cooperatives cooperatives, LegalClock clock) {
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  /** Empty if none was entered. */
  Optional<LocalDate> past(Submission submission, String key) {
    @Nullable LocalDate day = (LocalDate) submission.values().get(key);
    if (day != null
        && day.isAfter(clock.today(cooperatives.find(submission.cooperative()).zone()))) {
      throw FormInvalid.at(key, "day-ahead", day);
    }
    return Optional.ofNullable(day);
  }

  /** Refused as well if it was not entered. */
  LocalDate required(Submission submission, String key) {
    return past(submission, key).orElseThrow(() -> FormInvalid.at(key, "required"));
  }
}

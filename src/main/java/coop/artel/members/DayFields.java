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
  Optional<LocalDate> past(FormInvalid.Check check, Submission submission, String key) {
    @Nullable LocalDate day = (LocalDate) submission.values().get(key);
    if (day != null) {
      var today = clock.today(cooperatives.find(submission.cooperative()).zone());
      check.demand(!day.isAfter(today), key, "day-ahead", day);
    }
    return Optional.ofNullable(day);
  }

  /** The same that must have been entered; empty only if the check was told of it. */
  Optional<LocalDate> required(FormInvalid.Check check, Submission submission, String key) {
    var day = past(check, submission, key);
    check.demand(day.isPresent(), key, "required");
    return day;
  }

  /** The same alone: refused at once. */
  LocalDate required(Submission submission, String key) {
    var check = new FormInvalid.Check();
    var day = required(check, submission, key);
    check.done();
    return day.orElseThrow();
  }
}

package coop.artel.law.sentences;

import coop.artel.jurisdiction.Calendar;
import coop.artel.jurisdiction.TermUnit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sentences that count days, months and hours between two events. */
final class Terms {
  private final Known known;

  Terms(Known known) {
    this.known = known;
  }

  /**
   * So much time lies between. Where it is exactly so much, it is open whether the last day of it
   * must be over before the event.
   */
  Answer daysBefore(String done, String event, String norm) {
    var first = known.date(done);
    var last = known.date(event);
    var least = known.norm(norm);
    if (first == null || last == null || least.value() == null) {
      return Answer.unknown(first == null ? done : event, first == null ? null : last, least);
    }
    var reached = after(first, least.value(), least);
    boolean open = reached.equals(last) && least.decides();
    return Answer.of(!reached.isAfter(last), done, first, open ? least.as(NormValue.OPEN) : least);
  }

  Answer daysBeforeIf(String flag, String done, String event, String norm) {
    return known.only(flag, () -> daysBefore(done, event, norm));
  }

  /** The same where exactly so many days are enough. */
  Answer daysAhead(String done, String event, String norm) {
    return apart(done, event, norm, (reached, last) -> !reached.isAfter(last));
  }

  Answer daysAheadIf(String flag, String done, String event, String norm) {
    return known.only(flag, () -> daysAhead(done, event, norm));
  }

  Answer daysBetween(String done, String event, String norm) {
    return apart(done, event, norm, (reached, last) -> reached.isBefore(last));
  }

  Answer noEarlier(String done, String event, String norm) {
    return apart(done, event, norm, (reached, last) -> !reached.isBefore(last));
  }

  Answer timePassed(String since, String norm) {
    var first = known.date(since);
    var time = known.norm(norm);
    return first == null
        ? Answer.unknown(since, null, time)
        : known.measured(
            since, first, time, figure -> !after(first, figure, time).isAfter(known.day()));
  }

  /** What is asked of the day that the norm's time after the first leads to, and of the last. */
  private Answer apart(
      String done, String event, String norm, BiPredicate<LocalDate, LocalDate> condition) {
    var first = known.date(done);
    var last = known.date(event);
    var time = known.norm(norm);
    return first == null || last == null
        ? Answer.unknown(first == null ? done : event, null)
        : known.measured(
            done, first, time, figure -> condition.test(after(first, figure, time), last));
  }

  /** Between two days every day counts, whatever the calendar. */
  private static LocalDate after(LocalDate first, String figure, NormValue time) {
    long count = Long.parseLong(figure);
    return switch (TermUnit.of(time.unit()).orElseThrow()) {
      case DAYS -> first.plusDays(count);
      case WEEKS -> first.plusWeeks(count);
      case MONTHS -> first.plusMonths(count);
      case YEARS -> first.plusYears(count);
      case WORKING_DAYS -> throw new IllegalStateException(time.key());
    };
  }

  Answer within(String from, String done, NormValue norm) {
    var event = known.date(from);
    var date = known.date(done);
    var end = end(event, norm);
    return date == null || end.isEmpty()
        ? Answer.unknown(event == null ? from : done, event == null ? null : date, norm)
        : by(done, date, end.get(), norm);
  }

  /** A term that the norm of another day gives, if it is that norm which counts. */
  Answer withinByNormOf(String from, String done, String since, String norm, String counts) {
    var flag = known.norm(counts);
    var given = known.norm(norm, since);
    if (known.date(since) == null || !"yes".equals(flag.value())) {
      return Answer.unknown(since, null, given, flag);
    }
    var answer = within(from, done, given);
    return new Answer(
        answer.state(),
        answer.fact(),
        answer.factValue(),
        Stream.concat(answer.norms().stream(), Stream.of(flag)).toList(),
        answer.allowed());
  }

  Answer withinIf(String from, String done, String norm) {
    return known.only(from, () -> within(from, done, known.norm(norm)));
  }

  /** Silence is over with the first answer, or lasts to the day asked about. */
  Answer unanswered(String from, String answered, String norm) {
    var event = known.date(from);
    var answer = known.date(answered);
    var time = known.norm(norm);
    var end = end(event, time);
    if (end.isEmpty()) {
      return Answer.unknown(from, event, time);
    }
    var until = answer == null || answer.isAfter(known.day()) ? known.day() : answer;
    var told = by(answered, until, end.get(), time);
    boolean silent = told.state() == Answer.State.FAILED;
    return Answer.of(silent, answered, answer, told.norms().toArray(NormValue[]::new));
  }

  Answer withinHours(String from, String done, String norm) {
    var event = (LocalDateTime) known.fact(from);
    var moment = (LocalDateTime) known.fact(done);
    return event == null || moment == null
        ? Answer.unknown(event == null ? from : done, null)
        : known.measured(
            done,
            moment,
            known.norm(norm),
            hours ->
                Duration.between(event, moment).compareTo(Duration.ofHours(Long.parseLong(hours)))
                    <= 0);
  }

  /**
   * A last day that is only preliminary settles nothing but what was done by the earliest day that
   * it can be.
   */
  Answer byLastDay(String fact, String last, String norm) {
    var date = known.date(fact);
    var limit = known.date(last);
    return date == null || limit == null
        ? Answer.of(true, fact, date)
        : by(fact, date, known.calendar().told(limit), known.norm(norm));
  }

  Answer byLastDay(String fact, String last, String event, String norm) {
    var date = known.date(fact);
    var limit = known.date(last);
    var given = known.norm(norm, event);
    return date == null || limit == null
        ? Answer.of(true, fact, date, given)
        : by(fact, date, told(limit, event, given), given);
  }

  /**
   * What is known of a last day that was told. It stands; but where the calendar of today counts to
   * another one, it is not sure.
   */
  private Calendar.End told(LocalDate lastDay, String event, NormValue norm) {
    var counted = end(known.date(event), norm);
    if (counted.isEmpty()) {
      return known.calendar().told(lastDay);
    }
    var end = counted.get();
    return end.lastDay().equals(lastDay) ? end : end.unlike(lastDay);
  }

  Answer dayPassed(String last, String event, String norm) {
    var limit = known.date(last);
    if (limit == null) {
      return Answer.unknown(last, null);
    }
    var given = known.norm(norm, event);
    return known.measured(
        last,
        limit,
        standing(given, told(limit, event, given)),
        figure -> known.day().isAfter(limit));
  }

  Answer monthsPassed(String fact, String norm) {
    var since = known.date(fact);
    return since == null
        ? Answer.of(true, fact, null)
        : known.measured(
            fact,
            since,
            known.norm(norm),
            limit -> !since.plusMonths(Long.parseLong(limit)).isAfter(known.day()));
  }

  Answer beginsToday(String begins, String done, String event, String norm) {
    var last = known.date(done);
    var start = known.date(event);
    if (last == null || start == null) {
      return Answer.of(true, begins, null);
    }
    if (!last.isBefore(start)) {
      return Answer.of(known.day().equals(last), begins, last);
    }
    return known.measured(
        begins,
        start,
        known.norm(norm),
        limit -> known.day().equals(limit.equals("yes") ? start : last));
  }

  private Optional<Calendar.End> end(@Nullable LocalDate event, NormValue norm) {
    var unit = TermUnit.of(norm.unit());
    var figure = norm.value();
    return event == null || figure == null
        ? Optional.empty()
        : unit.map(it -> known.calendar().end(event, Integer.parseInt(figure), it));
  }

  private Answer by(String fact, LocalDate date, Calendar.End end, NormValue norm) {
    boolean held = !date.isAfter(end.lastDay());
    boolean open = date.isAfter(end.earliest()) && !(end.preliminary() && over(date, end, norm));
    return Answer.of(held, fact, date, open ? standing(norm, end) : norm);
  }

  private boolean over(LocalDate date, Calendar.End end, NormValue norm) {
    return TermUnit.of(norm.unit()).filter(it -> it != TermUnit.WORKING_DAYS).isPresent()
        && known.calendar().surelyOver(end, date);
  }

  private static NormValue standing(NormValue norm, Calendar.End end) {
    if (end.preliminary()) {
      return norm.decides() ? norm.as(NormValue.PRELIMINARY) : norm;
    }
    return norm.decides() && end.demonstration() ? norm.as(NormValue.DEMONSTRATION) : norm;
  }
}

package coop.artel.law.sentences;

import coop.artel.jurisdiction.Calendar;
import coop.artel.jurisdiction.TermUnit;
import coop.artel.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One matter before the law: its facts, the day asked about, the norms. Its methods are what the
 * vocabulary's sentences mean; each looks at the facts of one condition and changes nothing.
 */
public final class Matter {
  /** A fact by its name, null if it is not known; an unknown name is a broken program. */
  @FunctionalInterface
  public interface FactsByName {
    @Nullable Object get(String name);
  }

  /** The value of a norm on a day; an unknown norm is a broken program. */
  @FunctionalInterface
  public interface Norms {
    NormValue on(String norm, LocalDate day);
  }

  private final FactsByName facts;
  private final LocalDate day;
  private final Norms norms;
  private final Calendar calendar;
  private final Map<String, Judged> judged;
  private final List<Found> found = new ArrayList<>();
  private @Nullable String outcome;

  public Matter(FactsByName facts, LocalDate day, Norms norms, Calendar calendar) {
    this(facts, day, norms, calendar, Map.of());
  }

  /**
   * @param judged by rule: what a person answered where the law leaves it open
   */
  public Matter(
      FactsByName facts,
      LocalDate day,
      Norms norms,
      Calendar calendar,
      Map<String, Judged> judged) {
    this.facts = facts;
    this.day = day;
    this.norms = norms;
    this.calendar = calendar;
    this.judged = judged;
  }

  /** Known, and true if it is a flag. */
  public Answer given(String fact) {
    var value = facts.get(fact);
    return Answer.of(value != null && !Boolean.FALSE.equals(value), fact, value);
  }

  /** Nothing of the kind is there; what is there stands in the answer. */
  public Answer absent(String fact) {
    var value = facts.get(fact);
    return Answer.of(value == null, fact, value);
  }

  public Answer untrue(String flag) {
    var value = facts.get(flag);
    return value == null
        ? Answer.unknown(flag, null)
        : Answer.of(Boolean.FALSE.equals(value), flag, value);
  }

  /** Both facts of the first pair, or both of the second. */
  public Answer eitherPair(String one, String withOne, String other, String withOther) {
    if (known(one) && known(withOne)) {
      return Answer.of(true, one, facts.get(one));
    }
    boolean second = known(other) && known(withOther);
    return Answer.of(second, second ? other : one, facts.get(second ? other : one));
  }

  /** A day that is not after the day asked about, if there is one. */
  public Answer notLater(String fact) {
    var date = (LocalDate) facts.get(fact);
    return Answer.of(date == null || !date.isAfter(day), fact, date);
  }

  /**
   * Done by the last day of a term that somebody was told, where there is both. A last day that is
   * only preliminary settles nothing but what was done by the earliest day that it can be.
   */
  public Answer byLastDay(String fact, String last, String norm) {
    var date = (LocalDate) facts.get(fact);
    var limit = (LocalDate) facts.get(last);
    if (date == null || limit == null) {
      return Answer.of(true, fact, date);
    }
    return by(fact, date, calendar.told(limit), norms.on(norm, day));
  }

  /** The same of a term that the norm gave on the day of an event. */
  public Answer byLastDay(String fact, String last, String event, String norm) {
    var date = (LocalDate) facts.get(fact);
    var limit = (LocalDate) facts.get(last);
    var given = given(event, norm);
    return date == null || limit == null
        ? Answer.of(true, fact, date, given)
        : by(fact, date, told(limit, event, given), given);
  }

  private static Answer by(String fact, LocalDate date, Calendar.End end, NormValue norm) {
    boolean held = !date.isAfter(end.lastDay());
    return Answer.of(held, fact, date, date.isAfter(end.earliest()) ? standing(norm, end) : norm);
  }

  /** A norm as it stood on the day of an event; while that is not known, on the day asked about. */
  private NormValue given(String event, String norm) {
    var since = (LocalDate) facts.get(event);
    return norms.on(norm, since == null ? day : since);
  }

  /**
   * What is known of a last day that was told. It stands; but where the calendar of today counts to
   * another one, it is not sure.
   */
  private Calendar.End told(LocalDate lastDay, String event, NormValue norm) {
    var since = (LocalDate) facts.get(event);
    var unit = TermUnit.of(norm.unit());
    if (since == null || norm.value() == null || unit.isEmpty()) {
      return calendar.told(lastDay);
    }
    var counted = calendar.end(since, Integer.parseInt(norm.value()), unit.get());
    return counted.lastDay().equals(lastDay) ? counted : counted.unlike(lastDay);
  }

  /** A flag that must be true where another fact is known. */
  public Answer givenWith(String flag, String fact) {
    return Answer.of(!known(fact) || known(flag), flag, facts.get(flag));
  }

  public Answer sameWord(String fact, String norm) {
    var value = facts.get(fact);
    return measured(fact, value, norms.on(norm, day), limit -> limit.equals(value));
  }

  /**
   * Full years on the day asked about (a birthday completes the year). Whoever was born on 29
   * February has no birthday in most years: on the last day of such a February it is left open.
   */
  public Answer yearsAtLeast(String fact, String norm) {
    var born = (LocalDate) facts.get(fact);
    var least = norms.on(norm, day);
    if (born == null || least.value() == null) {
      return Answer.unknown(fact, born, least);
    }
    var reached = born.plusYears(Long.parseLong(least.value()));
    boolean open = reached.equals(day) && reached.getDayOfMonth() != born.getDayOfMonth();
    return Answer.of(
        !reached.isAfter(day),
        fact,
        born,
        open && least.decides() ? least.as(NormValue.OPEN) : least);
  }

  /** Held where there was no such day. */
  public Answer monthsPassed(String fact, String norm) {
    var since = (LocalDate) facts.get(fact);
    if (since == null) {
      return Answer.of(true, fact, null);
    }
    return measured(
        fact,
        since,
        norms.on(norm, day),
        limit -> !since.plusMonths(Long.parseLong(limit)).isAfter(day));
  }

  /** A flag that must be true if the norm says yes on the day asked about. */
  public Answer trueIfRequired(String flag, String norm) {
    return trueIfRequired(flag, norms.on(norm, day));
  }

  /** The same, on a day among the facts: the form of consent goes by the day of consent. */
  public Answer trueIfRequired(String flag, String dayFact, String norm) {
    var date = (LocalDate) facts.get(dayFact);
    return date == null
        ? Answer.unknown(dayFact, null)
        : trueIfRequired(flag, norms.on(norm, date));
  }

  private Answer trueIfRequired(String flag, NormValue norm) {
    var value = facts.get(flag);
    return measured(flag, value, norm, limit -> !limit.equals("yes") || Boolean.TRUE.equals(value));
  }

  public Answer percentAtLeast(String part, String whole, String norm) {
    var count = number(part);
    var all = number(whole);
    return measured(
        part,
        count,
        norms.on(norm, day),
        limit -> all > 0 && 100L * count >= Long.parseLong(limit) * all);
  }

  /** No more of something than the norm names. */
  public Answer atMost(String fact, String norm) {
    var count = number(fact);
    return measured(fact, count, norms.on(norm, day), limit -> count <= Long.parseLong(limit));
  }

  /** The same as {@link #percentAtLeast} where the whole is a norm and not a fact. */
  public Answer percentOfNorm(String part, String whole, String norm) {
    var count = number(part);
    var percent = norms.on(norm, day);
    var all = norms.on(whole, day);
    if (percent.value() == null || all.value() == null) {
      return Answer.unknown(part, count, percent, all);
    }
    long needed = Long.parseLong(percent.value()) * Long.parseLong(all.value());
    return Answer.of(100L * count >= needed, part, count, percent, all);
  }

  /**
   * More votes in favour than the share of those who voted, or of all members. The chair's vote
   * decides when the votes in favour are exactly the share and as many are against.
   */
  public Answer adopted(String share, String base, String casting) {
    var votesFor = number("votesFor");
    var majority = norms.on(share, day);
    var counted = norms.on(base, day);
    // Without a figure, leave is given to nothing but the larger half of all members.
    var parts = Objects.requireNonNullElse(majority.value(), "1/2").split("/");
    long needed =
        Long.parseLong(parts[0]) * number(Objects.requireNonNullElse(counted.value(), "members"));
    long got = Long.parseLong(parts[1]) * votesFor;
    var tie = norms.on(casting, day);
    if (majority.value() == null || counted.value() == null) {
      return Answer.unknown("votesFor", votesFor, got > needed, majority, counted, tie);
    }
    if (got != needed || votesFor != number("votesAgainst")) {
      // Nothing hangs on the casting vote here: one that may not decide leaves no doubt.
      return tie.decides()
          ? Answer.of(got > needed, "votesFor", votesFor, majority, counted, tie)
          : Answer.of(got > needed, "votesFor", votesFor, majority, counted);
    }
    boolean prevails = "yes".equals(tie.value()) && "for".equals(facts.get("chairVote"));
    return tie.value() == null
        ? Answer.unknown("votesFor", votesFor, false, majority, counted, tie)
        : Answer.of(prevails, "votesFor", votesFor, majority, counted, tie);
  }

  /** Done within the norm's term, counted from an event by the country's calendar. */
  public Answer withinTerm(String from, String done, String norm) {
    var event = (LocalDate) facts.get(from);
    var date = (LocalDate) facts.get(done);
    var value = norms.on(norm, day);
    var unit = TermUnit.of(value.unit());
    if (event == null || date == null || value.value() == null || unit.isEmpty()) {
      return Answer.unknown(event == null ? from : done, event == null ? null : date, value);
    }
    var end = calendar.end(event, Integer.parseInt(value.value()), unit.get());
    return by(done, date, end, value);
  }

  private static NormValue standing(NormValue norm, Calendar.End end) {
    if (end.preliminary()) {
      return norm.decides() ? norm.as(NormValue.PRELIMINARY) : norm;
    }
    return norm.decides() && end.demonstration() ? norm.as(NormValue.DEMONSTRATION) : norm;
  }

  /**
   * Paid at least the norm's sum as it was on the day of an event, in its currency; nothing need be
   * paid of a sum of nought.
   */
  public Answer paidAtLeast(String fact, String event, String norm) {
    var paid = (Money) facts.get(fact);
    var due = given(event, norm);
    return measured(
        fact,
        paid,
        due,
        limit -> {
          var sum = new BigDecimal(limit);
          return paid == null
              ? sum.signum() == 0
              : paid.currency().getCurrencyCode().equals(due.unit())
                  && paid.amount().compareTo(sum) >= 0;
        });
  }

  /**
   * What was to come begins on the day asked about: with the last thing done, or with the event if
   * that came later and the norm lets what was done before count from it. Held while nothing is
   * done: other conditions tell of that.
   *
   * @param begins the fact that is the day on which it begins
   */
  public Answer beginsToday(String begins, String done, String event, String norm) {
    var last = (LocalDate) facts.get(done);
    var start = (LocalDate) facts.get(event);
    if (last == null || start == null) {
      return Answer.of(true, begins, null);
    }
    if (!last.isBefore(start)) {
      return Answer.of(day.equals(last), begins, last);
    }
    return measured(
        begins,
        start,
        norms.on(norm, day),
        limit -> day.equals(limit.equals("yes") ? start : last));
  }

  /**
   * The day asked about comes after the last day of a term that the norm gave on the day of an
   * event.
   */
  public Answer dayPassed(String last, String event, String norm) {
    var limit = (LocalDate) facts.get(last);
    if (limit == null) {
      return Answer.unknown(last, null);
    }
    var given = given(event, norm);
    return measured(
        last, limit, standing(given, told(limit, event, given)), figure -> day.isAfter(limit));
  }

  /** A condition that leads to an outcome, or to a human, if it does not hold. */
  public Found found(String rule, Answer answer, String otherwise) {
    return add(new Found(rule, answer, otherwise, null));
  }

  /** A condition whose failure means that something is missing. */
  public Found found(String rule, Answer answer, String otherwise, String code) {
    return add(new Found(rule, answer, otherwise, code));
  }

  private Found add(Found one) {
    var answer = judged.get(one.getRule());
    var answered = answer == null ? one : one.judged(answer);
    found.add(answered);
    return answered;
  }

  public void conclude(String answer) {
    if (outcome != null) {
      throw new IllegalStateException("The rules answer both %s and %s".formatted(outcome, answer));
    }
    outcome = answer;
  }

  public List<Found> found() {
    return found;
  }

  /** Absent if no rule answered. */
  public @Nullable String outcome() {
    return outcome;
  }

  private static Answer measured(
      String fact, @Nullable Object value, NormValue norm, Predicate<String> condition) {
    var limit = norm.value();
    return limit == null
        ? Answer.unknown(fact, value, norm)
        : Answer.of(condition.test(limit), fact, value, norm);
  }

  private boolean known(String fact) {
    var value = facts.get(fact);
    return value != null && !Boolean.FALSE.equals(value);
  }

  private long number(String fact) {
    return facts.get(fact) instanceof Integer number ? number : 0;
  }
}

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
        ? Answer.unknown(flag, null, null)
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

  /** A day that is not after another, where both are known. */
  public Answer dayNotAfter(String fact, String last) {
    var date = (LocalDate) facts.get(fact);
    var limit = (LocalDate) facts.get(last);
    return Answer.of(date == null || limit == null || !date.isAfter(limit), fact, date);
  }

  /** The same, with the norm that the last day was counted by. */
  public Answer dayNotAfter(String fact, String last, String norm) {
    var answer = dayNotAfter(fact, last);
    return new Answer(
        answer.state(), fact, answer.factValue(), norms.on(norm, day), answer.state());
  }

  public Answer sameWord(String fact, String norm) {
    var value = facts.get(fact);
    return measured(fact, value, norms.on(norm, day), limit -> limit.equals(value));
  }

  /** Full years on the day asked about (a birthday completes the year). */
  public Answer yearsAtLeast(String fact, String norm) {
    var born = (LocalDate) facts.get(fact);
    return measured(
        fact,
        born,
        norms.on(norm, day),
        limit -> born != null && !born.plusYears(Long.parseLong(limit)).isAfter(day));
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
        ? Answer.unknown(dayFact, null, null)
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
    if (percent.value() == null) {
      return Answer.unknown(part, count, weakest(all, percent));
    }
    long needed = Long.parseLong(percent.value());
    return measured(
        part,
        count,
        weakest(all, percent),
        limit -> 100L * count >= needed * Long.parseLong(limit));
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
    if (majority.value() == null || counted.value() == null) {
      return Answer.unknown("votesFor", votesFor, weakest(majority, counted), got > needed);
    }
    if (got != needed || votesFor != number("votesAgainst")) {
      return Answer.of(got > needed, "votesFor", votesFor, weakest(majority, counted));
    }
    var tie = norms.on(casting, day);
    boolean prevails = "yes".equals(tie.value()) && "for".equals(facts.get("chairVote"));
    var norm = weakest(majority, counted, tie);
    return tie.value() == null
        ? Answer.unknown("votesFor", votesFor, norm, false)
        : Answer.of(prevails, "votesFor", votesFor, norm);
  }

  /** The norm itself, with the standing of the weakest of those that it was used with. */
  private static NormValue weakest(NormValue norm, NormValue... others) {
    var weakest = norm;
    for (var other : others) {
      if (rank(other) < rank(weakest)) {
        weakest = norm.as(other.standing());
      }
    }
    return weakest;
  }

  private static int rank(NormValue norm) {
    return switch (norm.standing()) {
      case NormValue.ABSENT -> 0;
      case NormValue.UNVERIFIED -> 1;
      case NormValue.DEMONSTRATION -> 2;
      default -> 3;
    };
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
    return Answer.of(!date.isAfter(end.lastDay()), done, date, standing(value, end));
  }

  private static NormValue standing(NormValue norm, Calendar.End end) {
    if (end.preliminary()) {
      return norm.as(NormValue.UNVERIFIED);
    }
    return norm.decides() && end.demonstration() ? norm.as(NormValue.DEMONSTRATION) : norm;
  }

  /** Paid at least the norm's sum, in its currency; nothing need be paid of a sum of nought. */
  public Answer paidAtLeast(String fact, String norm) {
    var paid = (Money) facts.get(fact);
    var due = norms.on(norm, day);
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

  /** The day asked about comes after the last day of a term that the norm gave. */
  public Answer dayPassed(String last, String norm) {
    var limit = (LocalDate) facts.get(last);
    var value = norms.on(norm, day);
    return limit == null
        ? Answer.unknown(last, null, null)
        : measured(last, limit, value, figure -> day.isAfter(limit));
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

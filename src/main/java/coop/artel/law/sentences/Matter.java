package coop.artel.law.sentences;

import coop.artel.jurisdiction.Calendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * What the general law says where the figure for the legal form may not decide: if both come to
     * the same answer, that answer stands. Empty where the general law is silent or is what counts
     * anyway.
     */
    default Optional<NormValue> general(String norm, LocalDate day) {
      return Optional.empty();
    }
  }

  private final Known known;
  private final Figures figures;
  private final Votes votes;
  private final Terms terms;
  private final Map<String, Judged> judged;
  private final Set<String> apart;
  private final List<Found> found = new ArrayList<>();
  private @Nullable String outcome;

  public Matter(FactsByName facts, LocalDate day, Norms norms, Calendar calendar) {
    this(facts, day, norms, calendar, Map.of(), Set.of());
  }

  /**
   * @param judged by rule: what a person answered where the law leaves it open
   * @param apart rules that were written for other legal forms
   */
  public Matter(
      FactsByName facts,
      LocalDate day,
      Norms norms,
      Calendar calendar,
      Map<String, Judged> judged,
      Set<String> apart) {
    known = new Known(facts, day, norms, calendar);
    figures = new Figures(known);
    votes = new Votes(known);
    terms = new Terms(known);
    this.judged = judged;
    this.apart = apart;
  }

  /** Known, and true if it is a flag. */
  public Answer given(String fact) {
    var value = known.fact(fact);
    return Answer.of(value != null && !Boolean.FALSE.equals(value), fact, value);
  }

  /** Nothing of the kind is there; what is there stands in the answer. */
  public Answer absent(String fact) {
    var value = known.fact(fact);
    return Answer.of(value == null, fact, value);
  }

  public Answer untrue(String flag) {
    var value = known.fact(flag);
    return value == null
        ? Answer.unknown(flag, null)
        : Answer.of(Boolean.FALSE.equals(value), flag, value);
  }

  /** Both facts of the first pair, or both of the second. */
  public Answer eitherPair(String one, String withOne, String other, String withOther) {
    if (known.given(one) && known.given(withOne)) {
      return Answer.of(true, one, known.fact(one));
    }
    boolean second = known.given(other) && known.given(withOther);
    return Answer.of(second, second ? other : one, known.fact(second ? other : one));
  }

  /** A day that is not after the day asked about, if there is one. */
  public Answer notLater(String fact) {
    var date = known.date(fact);
    return Answer.of(date == null || !date.isAfter(known.day()), fact, date);
  }

  /** One of three at least. */
  public Answer anyOf(String one, String other, String third) {
    var first = known.given(one) ? one : known.given(other) ? other : third;
    return Answer.of(known.given(first), first, known.fact(first));
  }

  /** Done by the last day of a term that somebody was told, where there is both. */
  public Answer byLastDay(String fact, String last, String norm) {
    return terms.byLastDay(fact, last, norm);
  }

  /** The same of a term that the norm gave on the day of an event. */
  public Answer byLastDay(String fact, String last, String event, String norm) {
    return terms.byLastDay(fact, last, event, norm);
  }

  /** A flag that must be true where another fact is known. */
  public Answer givenWith(String flag, String fact) {
    return Answer.of(!known.given(fact) || known.given(flag), flag, known.fact(flag));
  }

  public Answer sameWord(String fact, String norm) {
    return figures.sameWord(fact, norm);
  }

  /** The same where a flag is true; where it is not, nothing stands in the way. */
  public Answer sameWordIf(String flag, String fact, String norm) {
    return figures.sameWordIf(flag, fact, norm);
  }

  /** The norm's word, where a norm of several words names another fact's. */
  public Answer sameWordIfNamed(String thing, String list, String fact, String norm) {
    return figures.sameWordWhere(thing, list, true, fact, norm);
  }

  /** The norm's word, where a norm of several words does not name another fact's. */
  public Answer sameWordUnlessNamed(String thing, String list, String fact, String norm) {
    return figures.sameWordWhere(thing, list, false, fact, norm);
  }

  /**
   * Full years on the day asked about (a birthday completes the year). Whoever was born on 29
   * February has no birthday in most years: on the last day of such a February it is left open.
   */
  public Answer yearsAtLeast(String fact, String norm) {
    return figures.yearsAtLeast(fact, norm);
  }

  /** So many years, or fewer where a flag gives leave. */
  public Answer yearsAtLeastOrWith(String born, String leave, String norm, String withLeave) {
    return figures.yearsAtLeastOrWith(born, leave, norm, withLeave);
  }

  /** Held where there was no such day. */
  public Answer monthsPassed(String fact, String norm) {
    return terms.monthsPassed(fact, norm);
  }

  /** A flag that must be true if the norm says yes on the day asked about. */
  public Answer trueIfRequired(String flag, String norm) {
    return figures.trueIfRequired(flag, known.norm(norm));
  }

  /** The same, on a day among the facts: the form of consent goes by the day of consent. */
  public Answer trueIfRequired(String flag, String dayFact, String norm) {
    return known.date(dayFact) == null
        ? Answer.unknown(dayFact, null)
        : figures.trueIfRequired(flag, known.norm(norm, dayFact));
  }

  /** The same with an exemption. */
  public Answer requiredUnless(String flag, String exempt, String norm) {
    return figures.requiredUnless(flag, exempt, norm);
  }

  /** What a flag tells of is lawful only if the norm says yes. */
  public Answer allowedBy(String flag, String norm) {
    return figures.allowedBy(flag, norm);
  }

  public Answer percentAtLeast(String part, String whole, String norm) {
    return votes.percentAtLeast(part, whole, norm);
  }

  public Answer percentAtMost(String part, String whole, String norm) {
    return figures.percentAtMost(part, whole, norm);
  }

  public Answer shareAtMost(String part, String whole, String norm) {
    return figures.shareAtMost(part, whole, norm);
  }

  /** No more of something than the norm names. */
  public Answer atMost(String fact, String norm) {
    return figures.atMost(fact, norm);
  }

  public Answer moreThan(String fact, String norm) {
    return figures.moreThan(fact, norm);
  }

  public Answer atLeast(String fact, String norm) {
    return figures.atLeast(fact, norm);
  }

  /** The same where a flag is true. */
  public Answer atLeastIf(String flag, String fact, String norm) {
    return figures.atLeastIf(flag, fact, norm);
  }

  /** No more of something, if it is said at all. */
  public Answer atMostIfSaid(String fact, String norm) {
    return figures.atMostIfSaid(fact, norm);
  }

  /** More of something than the norm names, or a flag in its stead. */
  public Answer moreThanUnless(String flag, String fact, String norm) {
    return figures.moreThanUnless(flag, fact, norm);
  }

  /** A flag that must be true where there is more of something than the norm names. */
  public Answer requiredAbove(String flag, String fact, String norm) {
    return figures.requiredAbove(flag, fact, norm);
  }

  /** The same from as many on as the norm names. */
  public Answer requiredFrom(String flag, String fact, String norm) {
    return figures.requiredFrom(flag, fact, norm);
  }

  /** A flag that must be true, of what the norm names. */
  public Answer givenAs(String flag, String norm) {
    return figures.givenAs(flag, norm);
  }

  /** A sum of at least the norm's, in its currency. */
  public Answer sumReaches(String fact, String norm) {
    return figures.sumReaches(fact, norm);
  }

  /**
   * Where a flag is true, so many of a whole that is small by a norm; of a larger one any number.
   */
  public Answer atLeastInSmall(String flag, String fact, String whole, String least, String small) {
    return figures.atLeastInSmall(flag, fact, whole, least, small);
  }

  /**
   * Where a flag is true, no fewer than the norm names, or just one of a whole that is smaller than
   * another names.
   */
  public Answer atLeastOrOneInSmall(
      String flag, String fact, String whole, String least, String small) {
    return figures.atLeastOrOneInSmall(flag, fact, whole, least, small);
  }

  public Answer enoughOfEither(String one, String leastOfOne, String other, String leastOfOther) {
    return figures.enoughOfEither(one, leastOfOne, other, leastOfOther);
  }

  /** The same as {@link #percentAtLeast} where the whole is a norm and not a fact. */
  public Answer percentOfNorm(String part, String whole, String norm) {
    return votes.percentOfNorm(part, whole, norm);
  }

  /** The same where a flag is true. */
  public Answer percentAtLeastIf(String flag, String part, String whole, String norm) {
    return votes.percentAtLeastIf(flag, part, whole, norm);
  }

  /** Where a flag is true, more than so many percent. */
  public Answer percentAboveIf(String flag, String part, String whole, String norm) {
    return votes.percentAboveIf(flag, part, whole, norm);
  }

  /** Where a flag is true, at least so many percent or so many. */
  public Answer percentOrNumber(
      String flag, String part, String whole, String percent, String number) {
    return votes.percentOrNumber(flag, part, whole, percent, number);
  }

  /**
   * Where a flag is true, more of a whole than a share; whether exactly the share is enough,
   * another norm says.
   */
  public Answer gathered(String flag, String part, String whole, String share, String exact) {
    return votes.gathered(flag, part, whole, share, exact);
  }

  /** Where a flag is true, more votes than the share of a whole. */
  public Answer more(String flag, String got, String whole, String share) {
    return votes.more(flag, got, whole, share);
  }

  /** Where a flag is true, no fewer votes than the share of a whole. */
  public Answer noFewer(String flag, String got, String whole, String share) {
    return votes.atLeast(flag, got, whole, share);
  }

  /** The same where it is open of which of two wholes: decided only if both come to one answer. */
  public Answer noFewerOfEither(String flag, String got, String one, String other, String share) {
    return votes.atLeastOfEither(flag, got, one, other, share);
  }

  /**
   * More votes in favour than the share of those who voted, or of all members. The chair's vote
   * decides when the votes in favour are exactly the share and as many are against.
   */
  public Answer adopted(String share, String base, String casting) {
    return votes.adopted(share, base, casting);
  }

  /** Done within the norm's term, counted from an event by the country's calendar. */
  public Answer withinTerm(String from, String done, String norm) {
    return terms.within(from, done, known.norm(norm));
  }

  /** The same where there was such an event. */
  public Answer withinIf(String from, String done, String norm) {
    return terms.withinIf(from, done, norm);
  }

  /** The same by the norm as it stood on a third day, if another norm says that this counts. */
  public Answer withinByNormOf(String from, String done, String since, String norm, String counts) {
    return terms.withinByNormOf(from, done, since, norm, counts);
  }

  public Answer withinHours(String from, String done, String norm) {
    return terms.withinHours(from, done, norm);
  }

  /**
   * Nothing was answered within the norm's term from an event, and the term is over on the day
   * asked about.
   */
  public Answer unanswered(String from, String answered, String norm) {
    return terms.unanswered(from, answered, norm);
  }

  /**
   * So many days, weeks or months before an event; exactly so many leave it open whether that is
   * enough.
   */
  public Answer daysBefore(String done, String event, String norm) {
    return terms.daysBefore(done, event, norm);
  }

  /** The same where a flag is true. */
  public Answer daysBeforeIf(String flag, String done, String event, String norm) {
    return terms.daysBeforeIf(flag, done, event, norm);
  }

  /** So many days, weeks or months before an event, exactly so many being enough. */
  public Answer daysAhead(String done, String event, String norm) {
    return terms.daysAhead(done, event, norm);
  }

  /** The same where a flag is true. */
  public Answer daysAheadIf(String flag, String done, String event, String norm) {
    return terms.daysAheadIf(flag, done, event, norm);
  }

  /** So many days lie between, neither end counted. */
  public Answer daysBetween(String done, String event, String norm) {
    return terms.daysBetween(done, event, norm);
  }

  /** No more than so many days, weeks or months before an event. */
  public Answer noEarlier(String done, String event, String norm) {
    return terms.noEarlier(done, event, norm);
  }

  /** So many days, weeks or months since an event. */
  public Answer timePassed(String since, String norm) {
    return terms.timePassed(since, norm);
  }

  /**
   * Paid at least the norm's sum as it was on the day of an event, in its currency; nothing need be
   * paid of a sum of nought.
   */
  public Answer paidAtLeast(String fact, String event, String norm) {
    return figures.paidAtLeast(fact, event, norm);
  }

  /** A sum of no more than so many percent of another. */
  public Answer sumAtMost(String part, String whole, String norm) {
    return figures.sumAtMost(part, whole, norm);
  }

  /** A sum of no less than so many percent of another. */
  public Answer sumAtLeast(String part, String whole, String norm) {
    return figures.sumAtLeast(part, whole, norm);
  }

  /**
   * What was to come begins on the day asked about: with the last thing done, or with the event if
   * that came later and the norm lets what was done before count from it. Held while nothing is
   * done: other conditions tell of that.
   *
   * @param begins the fact that is the day on which it begins
   */
  public Answer beginsToday(String begins, String done, String event, String norm) {
    return terms.beginsToday(begins, done, event, norm);
  }

  /**
   * The day asked about comes after the last day of a term that the norm gave on the day of an
   * event.
   */
  public Answer dayPassed(String last, String event, String norm) {
    return terms.dayPassed(last, event, norm);
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
    if (apart.contains(one.getRule())) {
      return one.asOfAnotherForm();
    }
    var answer = judged.get(one.getRule());
    var answered = answer == null ? one : one.judged(answer);
    found.add(answered);
    return answered;
  }

  public void conclude(String answer) {
    if (outcome != null) {
      throw new AnsweredTwice(outcome, answer);
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
}

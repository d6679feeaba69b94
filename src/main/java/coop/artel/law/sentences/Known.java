package coop.artel.law.sentences;

import coop.artel.jurisdiction.Calendar;
import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a matter: its facts, the day asked about, the norms, the calendar. */
record Known(Matter.FactsByName facts, LocalDate day, Matter.Norms norms, Calendar calendar) {
  @Nullable Object fact(String name) {
    return facts.get(name);
  }

  @Nullable LocalDate date(String fact) {
    return (LocalDate) facts.get(fact);
  }

  @Nullable Money sum(String fact) {
    return (Money) facts.get(fact);
  }

  /** Nought where it is not known. */
  long number(String fact) {
    return facts.get(fact) instanceof Integer number ? number : 0;
  }

  /** Known, and true if it is a flag. */
  boolean given(String fact) {
    var value = facts.get(fact);
    return value != null && !Boolean.FALSE.equals(value);
  }

  NormValue norm(String key) {
    return norms.on(key, day);
  }

  /** A norm as it stood on the day of an event; while that is not known, on the day asked about. */
  NormValue norm(String key, String event) {
    var since = date(event);
    return norms.on(key, since == null ? day : since);
  }

  Answer measured(
      String fact, @Nullable Object value, NormValue norm, Predicate<String> condition) {
    var limit = norm.value();
    return limit == null
        ? Answer.unknown(fact, value, norm)
        : Answer.of(condition.test(limit), fact, value, norm);
  }

  /** The same, of two norms, without either of which nothing is known. */
  Answer measured(
      String fact,
      @Nullable Object value,
      NormValue one,
      NormValue other,
      BiPredicate<String, String> condition) {
    var first = one.value();
    var second = other.value();
    return first == null || second == null
        ? Answer.unknown(fact, value, one, other)
        : Answer.of(condition.test(first, second), fact, value, one, other);
  }

  /** What is asked only where a flag is true; where it is not, nothing stands in the way. */
  Answer only(String flag, Supplier<Answer> otherwise) {
    return given(flag) ? otherwise.get() : Answer.of(true, flag, fact(flag));
  }
}

package coop.artel.law.sentences;

import coop.artel.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Sentences that hold a fact against a figure, a word or a yes or no of the law. */
final class Figures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Known known;

  Figures(Known known) {
    this.known = known;
  }

  Answer moreThan(String fact, String norm) {
    long count = known.number(fact);
    return known.measured(fact, count, known.norm(norm), limit -> count > Long.parseLong(limit));
  }

  Answer atLeast(String fact, String norm) {
    long count = known.number(fact);
    return known.measured(fact, count, known.norm(norm), limit -> count >= Long.parseLong(limit));
  }

  Answer atLeastIf(String flag, String fact, String norm) {
    return known.only(flag, () -> atLeast(fact, norm));
  }

  Answer atMostIfSaid(String fact, String norm) {
    return known.fact(fact) == null
        ? Answer.of(true, fact, null, known.norm(norm))
        : atMost(fact, norm);
  }

  Answer moreThanUnless(String flag, String fact, String norm) {
    return known.given(flag) ? Answer.of(true, flag, known.fact(flag)) : moreThan(fact, norm);
  }

  Answer requiredAbove(String flag, String fact, String norm) {
    long count = known.number(fact);
    return required(flag, norm, limit -> count > limit);
  }

  Answer requiredFrom(String flag, String fact, String norm) {
    long count = known.number(fact);
    return required(flag, norm, limit -> count >= limit);
  }

  private Answer required(String flag, String norm, LongPredicate where) {
    return known.measured(
        flag,
        known.fact(flag),
        known.norm(norm),
        limit -> known.given(flag) || !where.test(Long.parseLong(limit)));
  }

  Answer givenAs(String flag, String norm) {
    return known.measured(flag, known.fact(flag), known.norm(norm), named -> known.given(flag));
  }

  Answer sumReaches(String fact, String norm) {
    var sum = known.sum(fact);
    var least = known.norm(norm);
    return sum == null || !sum.currency().getCurrencyCode().equals(least.unit())
        ? Answer.unknown(fact, sum, least)
        : known.measured(
            fact, sum, least, limit -> sum.amount().compareTo(new BigDecimal(limit)) >= 0);
  }

  Answer atLeastInSmall(String flag, String fact, String whole, String least, String small) {
    return known.only(flag, () -> atLeastInSmall(fact, whole, least, small));
  }

  private Answer atLeastInSmall(String fact, String whole, String least, String small) {
    long count = known.number(fact);
    long all = known.number(whole);
    return known.measured(
        fact,
        count,
        known.norm(least),
        known.norm(small),
        (fewest, bound) -> all >= Long.parseLong(bound) || count >= Long.parseLong(fewest));
  }

  Answer atLeastOrOneInSmall(String flag, String fact, String whole, String least, String small) {
    return known.only(flag, () -> atLeastOrOneInSmall(fact, whole, least, small));
  }

  private Answer atLeastOrOneInSmall(String fact, String whole, String least, String small) {
    long count = known.number(fact);
    long all = known.number(whole);
    return known.measured(
        fact,
        count,
        known.norm(least),
        known.norm(small),
        (fewest, bound) ->
            count >= Long.parseLong(fewest) || (count == 1 && all < Long.parseLong(bound)));
  }

  Answer enoughOfEither(String one, String leastOfOne, String other, String leastOfOther) {
    long first = known.number(one);
    long second = known.number(other);
    var ofOne = known.norm(leastOfOne);
    var ofOther = known.norm(leastOfOther);
    if (ofOne.value() == null || ofOther.value() == null) {
      return Answer.unknown(one, first, ofOne, ofOther);
    }
    boolean byOne = first >= Long.parseLong(ofOne.value());
    boolean byOther = second >= Long.parseLong(ofOther.value());
    boolean elsewhere = !byOne && byOther;
    return Answer.of(
        byOne || byOther, elsewhere ? other : one, elsewhere ? second : first, ofOne, ofOther);
  }

  Answer percentAtMost(String part, String whole, String norm) {
    long count = known.number(part);
    long all = known.number(whole);
    return known.measured(
        part, count, known.norm(norm), limit -> 100 * count <= Long.parseLong(limit) * all);
  }

  Answer shareAtMost(String part, String whole, String norm) {
    long count = known.number(part);
    long all = known.number(whole);
    return known.measured(
        part, count, known.norm(norm), share -> NormValue.compare(count, all, share) <= 0);
  }

  Answer sumAtMost(String part, String whole, String norm) {
    return sums(part, whole, norm, false);
  }

  Answer sumAtLeast(String part, String whole, String norm) {
    return sums(part, whole, norm, true);
  }

  private Answer sums(String part, String whole, String norm, boolean least) {
    var sum = known.sum(part);
    var all = known.sum(whole);
    if (sum == null || all == null || !sum.currency().equals(all.currency())) {
      return Answer.unknown(sum == null ? part : whole, sum == null ? null : all);
    }
    return known.measured(
        part, sum, known.norm(norm), percent -> compare(sum, all, percent) * (least ? 1 : -1) >= 0);
  }

  private static int compare(Money sum, Money all, String percent) {
    return sum.amount().multiply(HUNDRED).compareTo(all.amount().multiply(new BigDecimal(percent)));
  }

  Answer sameWordIf(String flag, String fact, String norm) {
    return known.only(
        flag,
        () -> {
          var value = known.fact(fact);
          return known.measured(fact, value, known.norm(norm), word -> word.equals(value));
        });
  }

  Answer sameWordWhere(String thing, String list, boolean named, String fact, String norm) {
    var it = known.fact(thing);
    var names = known.norm(list);
    if (names.value() != null && List.of(names.value().split(", ")).contains(it) != named) {
      return Answer.of(true, thing, it, names);
    }
    var value = known.fact(fact);
    return known.measured(
        fact, value, names, known.norm(norm), (listed, word) -> word.equals(value));
  }

  Answer allowedBy(String flag, String norm) {
    return known.only(
        flag,
        () -> known.measured(flag, known.fact(flag), known.norm(norm), word -> word.equals("yes")));
  }

  Answer requiredUnless(String flag, String exempt, String norm) {
    if (known.given(exempt)) {
      return Answer.of(true, exempt, known.fact(exempt));
    }
    var value = known.fact(flag);
    return known.measured(
        flag, value, known.norm(norm), word -> !word.equals("yes") || known.given(flag));
  }

  Answer yearsAtLeastOrWith(String born, String leave, String norm, String withLeave) {
    var day = known.date(born);
    var full = known.norm(norm);
    var early = known.norm(withLeave);
    return day == null
        ? Answer.unknown(born, null, full, early)
        : known.measured(
            born,
            day,
            full,
            early,
            (years, fewer) -> reached(day, years) || (known.given(leave) && reached(day, fewer)));
  }

  Answer yearsAtLeast(String fact, String norm) {
    var born = known.date(fact);
    var least = known.norm(norm);
    if (born == null || least.value() == null) {
      return Answer.unknown(fact, born, least);
    }
    var reached = born.plusYears(Long.parseLong(least.value()));
    boolean open = reached.equals(known.day()) && reached.getDayOfMonth() != born.getDayOfMonth();
    return Answer.of(
        !reached.isAfter(known.day()),
        fact,
        born,
        open && least.decides() ? least.as(NormValue.OPEN) : least);
  }

  Answer sameWord(String fact, String norm) {
    var value = known.fact(fact);
    return known.measured(fact, value, known.norm(norm), limit -> limit.equals(value));
  }

  Answer trueIfRequired(String flag, NormValue norm) {
    var value = known.fact(flag);
    return known.measured(
        flag, value, norm, limit -> !limit.equals("yes") || Boolean.TRUE.equals(value));
  }

  Answer atMost(String fact, String norm) {
    long count = known.number(fact);
    return known.measured(fact, count, known.norm(norm), limit -> count <= Long.parseLong(limit));
  }

  Answer paidAtLeast(String fact, String event, String norm) {
    var paid = known.sum(fact);
    var due = known.norm(norm, event);
    return known.measured(
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

  private boolean reached(LocalDate born, @Nullable String years) {
    return years != null && !born.plusYears(Long.parseLong(years)).isAfter(known.day());
  }
}

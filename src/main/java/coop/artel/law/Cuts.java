package coop.artel.law;

import coop.artel.jurisdiction.TermUnit;
import coop.artel.law.sentences.Matter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts each fact that the conditions in force look at, at the bounds that they name: one less, the
 * bound itself, one more. What a bound is measured from (the whole of a share, the event that a
 * term runs from, the day asked about) is cut before what is measured.
 */
final class Cuts {
  /** Of what no norm counts there are at least so many. */
  private static final int SOME = 12;

  /** Days of the longest term that is looked back over. */
  private static final int LONGEST = 400;

  private final String question;
  private final InForce inForce;
  private final Matter.Norms norms;
  private final LocalDate day;
  private final Values values;
  private final int whole;
  private final Set<LocalDate> events = new TreeSet<>();

  private Cuts(String question, InForce inForce, Matter.Norms norms, LocalDate day) {
    this.question = question;
    this.inForce = inForce;
    this.norms = norms;
    this.day = day;
    values = new Values(question, day, inForce.country().currency());
    whole = whole();
    events.add(day);
  }

  /**
   * What the conditions in force look at.
   *
   * @param axes in the order of the record; facts that no condition looks at have none
   * @param factsOf the components that each rule looks at
   * @param bearing of a rule that asks something only where a fact is so: that fact
   * @param idle what stands in each component of the record while nobody looks at it
   */
  record Cut(
      List<Axis> axes,
      Map<String, Set<String>> factsOf,
      Map<String, String> bearing,
      List<@Nullable Object> idle) {}

  static Cut of(String question, InForce inForce, Matter.Norms norms, LocalDate day) {
    var cuts = new Cuts(question, inForce, norms, day);
    var factsOf = new TreeMap<String, Set<String>>();
    var bearing = new TreeMap<String, String>();
    for (var rule : inForce.rules()) {
      var asked = InForce.asked(rule);
      factsOf.put(rule.name(), cuts.lookedAt(asked));
      bearing(asked).ifPresent(it -> bearing.put(rule.name(), it));
    }
    factsOf.values().forEach(facts -> facts.forEach(cuts.values::lookAt));
    // First what is measured by itself, then also what is measured from that.
    for (int round = 0; round < 2; round++) {
      inForce.rules().forEach(it -> cuts.cut(InForce.asked(it)));
    }
    return new Cut(cuts.values.axes(), factsOf, bearing, cuts.values.idle());
  }

  /** The fact without which nothing is asked, and the condition stands in no way. */
  private static Optional<String> bearing(Guarded.Asked asked) {
    return switch (asked.meaning().toString()) {
      case "sameWordIf",
          "sameWordIfNamed",
          "sameWordUnlessNamed",
          "allowedBy",
          "atLeastInSmall",
          "atLeastOrOneInSmall",
          "gathered",
          "more",
          "noFewer",
          "noFewerOfEither",
          "percentAtLeastIf",
          "percentAboveIf",
          "daysBeforeIf",
          "daysAheadIf",
          "atLeastIf",
          "atMostIfSaid",
          "percentOrNumber",
          "withinIf",
          "monthsPassed",
          "notLater",
          "byLastDay" ->
          Optional.of(asked.arguments().get(0));
      case "givenWith" -> Optional.of(asked.arguments().get(1));
      default -> Optional.empty();
    };
  }

  private Set<String> lookedAt(Guarded.Asked asked) {
    var facts = FactNames.of(question);
    var names =
        Stream.concat(
            asked.arguments().stream().filter(facts::contains),
            asked.meaning().toString().equals("adopted")
                ? Stream.of("votesFor", "votesAgainst", "chairVote", base(asked))
                : Stream.empty());
    return names
        .flatMap(it -> FactNames.sources(question, it).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String base(Guarded.Asked adopted) {
    return value(adopted.arguments().get(1)).orElse("members");
  }

  private void cut(Guarded.Asked asked) {
    var names = asked.arguments().toArray(String[]::new);
    switch (asked.meaning() + "/" + names.length) {
      case "given/1",
          "absent/1",
          "untrue/1",
          "givenWith/2",
          "anyOf/3",
          "eitherPair/4",
          "trueIfRequired/2",
          "givenAs/2",
          "requiredUnless/3",
          "allowedBy/2" -> {
        // Whether a fact is known, or is so, has no bound.
      }
      case "sameWord/2" -> word(names[0], names[1]);
      case "sameWordIf/3" -> word(names[1], names[2]);
      case "sameWordIfNamed/4", "sameWordUnlessNamed/4" -> {
        word(names[0], names[1]);
        word(names[2], names[3]);
      }
      case "atMost/2", "moreThan/2", "atLeast/2", "atMostIfSaid/2" -> number(names[0], names[1]);
      case "atLeastIf/3", "moreThanUnless/3", "requiredAbove/3", "requiredFrom/3" ->
          number(names[1], names[2]);
      case "percentOrNumber/5" -> {
        share(names[1], names[2], names[3]);
        number(names[1], names[4]);
      }
      case "sumReaches/2" ->
          value(names[1]).ifPresent(it -> values.around(names[0], new BigDecimal(it)));
      case "atLeastInSmall/5" -> {
        number(names[1], names[3]);
        number(names[2], names[4]);
      }
      case "atLeastOrOneInSmall/5" -> {
        values.around(names[1], BigInteger.ONE);
        number(names[1], names[3]);
        number(names[2], names[4]);
      }
      case "enoughOfEither/4" -> {
        number(names[0], names[1]);
        number(names[2], names[3]);
      }
      case "percentAtLeast/3", "percentAtMost/3", "shareAtMost/3" ->
          share(names[0], names[1], names[2]);
      case "percentAtLeastIf/4", "percentAboveIf/4", "more/4", "noFewer/4", "gathered/5" ->
          share(names[1], names[2], names[3]);
      case "noFewerOfEither/5" -> {
        share(names[1], names[2], names[4]);
        share(names[1], names[3], names[4]);
      }
      case "percentOfNorm/3" ->
          value(names[1]).ifPresent(all -> part(names[0], new BigInteger(all), names[2]));
      case "adopted/3" -> {
        share("votesFor", "members", names[0]);
        share("votesAgainst", "members", names[0]);
      }
      case "sumAtMost/3", "sumAtLeast/3" -> sums(names[0], names[1], names[2]);
      case "paidAtLeast/3" -> {
        event(names[1], names[2]);
        value(names[2]).ifPresent(it -> values.around(names[0], new BigDecimal(it)));
      }
      default -> cutTime(asked.meaning() + "/" + names.length, names);
    }
  }

  private void cutTime(String meaning, String... names) {
    switch (meaning) {
      case "notLater/1" -> values.around(names[0], day);
      case "yearsAtLeast/2", "monthsPassed/2", "timePassed/2" -> before(names[0], names[1]);
      case "yearsAtLeastOrWith/4" -> {
        before(names[0], names[2]);
        before(names[0], names[3]);
      }
      case "trueIfRequired/3" -> event(names[1], names[2]);
      case "byLastDay/3" -> {
        values.add(names[1], day);
        values.around(names[0], day);
      }
      case "byLastDay/4" -> {
        event(names[2], names[3]);
        last(names[1], names[3]);
        values.days(names[1]).forEach(last -> values.around(names[0], last));
      }
      case "dayPassed/3" -> {
        event(names[1], names[2]);
        yesterday(names[1], names[2]);
        last(names[0], names[2]);
        values.around(names[0], day);
      }
      case "withinTerm/3", "withinIf/3" -> within(names[0], names[1], names[2]);
      case "withinByNormOf/5" -> {
        event(names[2], names[3]);
        within(names[0], names[1], names[3]);
      }
      case "withinHours/3" -> hours(names[0], names[1], names[2]);
      case "daysBefore/3", "daysAhead/3", "daysBetween/3", "noEarlier/3" ->
          ahead(names[0], names[1], names[2]);
      case "unanswered/3" -> {
        values.add(names[0], day);
        yesterday(names[0], names[2]);
        values.days(names[0]).stream()
            .flatMap(it -> end(it, names[2]).stream())
            .forEach(it -> values.around(names[1], it));
      }
      case "daysBeforeIf/4", "daysAheadIf/4" -> ahead(names[1], names[2], names[3]);
      case "beginsToday/4" -> {
        values.around(names[1], day);
        values.around(names[2], day);
      }
      default -> throw new IllegalStateException("No bounds are known of " + meaning);
    }
  }

  private Optional<String> value(String norm) {
    return Optional.ofNullable(norms.on(norm, day).value());
  }

  /** The words of the norm, and one that is another. */
  private void word(String fact, String norm) {
    var named = value(norm).map(it -> List.of(it.split(", "))).orElse(List.of());
    named.forEach(it -> values.add(fact, it));
    inForce.country().norm(norm).stream()
        .flatMap(it -> it.words().stream().sorted())
        .filter(it -> !named.contains(it))
        .findFirst()
        .ifPresent(it -> values.add(fact, it));
  }

  private void number(String fact, String norm) {
    value(norm).ifPresent(it -> values.around(fact, new BigInteger(it)));
  }

  /** The wholes that a norm counts are as it counts them; of others there are some. */
  private void share(String part, String of, String norm) {
    if (!values.isCut(of)) {
      values.add(of, BigInteger.valueOf((long) whole * values.numbersFrom(of)));
    }
    values.numbers(of).forEach(all -> part(part, all, norm));
  }

  private void part(String part, BigInteger all, String norm) {
    value(norm)
        .map(Cuts::fraction)
        .ifPresent(
            it -> {
              var exact = all.multiply(it[0]).divideAndRemainder(it[1]);
              values.add(part, exact[0]);
              values.add(part, exact[0].add(BigInteger.ONE));
              if (exact[1].signum() == 0) {
                values.add(part, exact[0].subtract(BigInteger.ONE));
              }
            });
  }

  /** A number of which each share that the rules name is whole. */
  private int whole() {
    var least = BigInteger.ONE;
    for (var rule : inForce.rules()) {
      for (var name : InForce.asked(rule).arguments()) {
        var norm = inForce.country().norm(name);
        if (norm.isPresent() && List.of("fraction", "percent").contains(norm.get().unit())) {
          var divisor = value(name).map(it -> fraction(it)[1]).orElse(BigInteger.ONE);
          least = least.multiply(divisor).divide(least.gcd(divisor));
        }
      }
    }
    int common = least.min(BigInteger.valueOf(100)).intValue();
    return common * ((SOME + common - 1) / common);
  }

  /** Numerator and denominator, in lowest terms. */
  private static BigInteger[] fraction(String share) {
    var parts = (share.contains("/") ? share : share + "/100").split("/");
    var above = new BigInteger(parts[0]);
    var below = new BigInteger(parts[1]);
    var common = above.gcd(below);
    return new BigInteger[] {above.divide(common), below.divide(common)};
  }

  private void sums(String part, String of, String percent) {
    values.add(of, BigDecimal.valueOf(1000));
    value(percent)
        .ifPresent(
            it -> values.sums(of).forEach(all -> values.around(part, percent(all.amount(), it))));
  }

  private static BigDecimal percent(BigDecimal all, String percent) {
    return all.multiply(new BigDecimal(percent))
        .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR);
  }

  /** The day on which a norm is looked up: today, and where its figure becomes another. */
  private void event(String fact, String norm) {
    values.add(fact, day);
    inForce
        .turns(norm)
        .forEach(
            turn -> {
              values.add(fact, turn.minusDays(1));
              values.add(fact, turn);
            });
  }

  private void before(String fact, String norm) {
    unit(norm)
        .ifPresent(
            unit ->
                value(norm)
                    .map(Integer::parseInt)
                    .ifPresent(it -> values.around(fact, moved(day, -it, unit))));
  }

  private void within(String from, String done, String norm) {
    values.add(from, day);
    end(day, norm).ifPresent(it -> values.around(done, it));
  }

  private void last(String last, String norm) {
    events.forEach(it -> end(it, norm).ifPresent(end -> values.add(last, end)));
  }

  /** The event from which the term has just passed. */
  private void yesterday(String event, String norm) {
    Stream.iterate(day.minusDays(1), it -> it.minusDays(1))
        .limit(LONGEST)
        .filter(it -> end(it, norm).filter(day::isAfter).isPresent())
        .findFirst()
        .ifPresent(
            it -> {
              events.add(it);
              values.add(event, it);
            });
  }

  private Optional<LocalDate> end(LocalDate event, String norm) {
    var amount = norms.on(norm, event).value();
    return amount == null
        ? Optional.empty()
        : unit(norm)
            .map(
                unit ->
                    inForce
                        .country()
                        .calendar()
                        .end(event, Integer.parseInt(amount), unit)
                        .lastDay());
  }

  private void ahead(String done, String event, String norm) {
    values.add(done, day);
    var unit = unit(norm).orElse(TermUnit.DAYS);
    value(norm).map(Integer::parseInt).ifPresent(it -> values.around(event, moved(day, it, unit)));
  }

  private void hours(String from, String done, String norm) {
    var noon = day.atTime(LocalTime.NOON);
    values.add(from, noon);
    value(norm).map(Long::parseLong).ifPresent(it -> values.around(done, noon.plusHours(it)));
  }

  private Optional<TermUnit> unit(String norm) {
    return inForce.country().norm(norm).flatMap(it -> TermUnit.of(it.unit()));
  }

  private static LocalDate moved(LocalDate day, int amount, TermUnit unit) {
    return switch (unit) {
      case DAYS, WORKING_DAYS -> day.plusDays(amount);
      case WEEKS -> day.plusWeeks(amount);
      case MONTHS -> day.plusMonths(amount);
      case YEARS -> day.plusYears(amount);
    };
  }
}

package coop.artel.law.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sentences that count those who have come and those who have voted. */
final class Votes {
  private final Known known;

  Votes(Known known) {
    this.known = known;
  }

  /** A share with whether exactly so much is enough, as one law or the other says it. */
  private record Reading(NormValue share, NormValue exact) {}

  Answer gathered(String flag, String part, String whole, String share, String exact) {
    return known.only(flag, () -> gathered(part, whole, share, exact));
  }

  private Answer gathered(String part, String whole, String share, String exact) {
    long count = known.number(part);
    long all = known.number(whole);
    var own = new Reading(known.norm(share), known.norm(exact));
    if (own.share.value() == null || own.exact.value() == null) {
      return Answer.unknown(part, count, own.share, own.exact);
    }
    boolean held = enough(count, all, own);
    var general = general(own, share, exact);
    if (general.isEmpty() || enough(count, all, general.get()) != held) {
      return Answer.of(held, part, count, own.share, own.exact);
    }
    return Answer.of(held, part, count, agreed(own, general.get()));
  }

  private Optional<Reading> general(Reading own, String share, String exact) {
    if (own.share.decides() && own.exact.decides()) {
      return Optional.empty();
    }
    var generally = known.norms().general(share, known.day());
    return generally.flatMap(
        it -> known.norms().general(exact, known.day()).map(flag -> new Reading(it, flag)));
  }

  private static NormValue[] agreed(Reading own, Reading general) {
    return new NormValue[] {
      own.share.as(NormValue.AGREED), own.exact.as(NormValue.AGREED), general.share, general.exact
    };
  }

  private static boolean enough(long count, long all, Reading reading) {
    long needed = Long.parseLong(String.valueOf(reading.share.value())) * all;
    long got = 100 * count;
    return all > 0 && (got > needed || (got == needed && "yes".equals(reading.exact.value())));
  }

  Answer more(String flag, String votes, String whole, String share) {
    return known.only(flag, () -> agreeing(votes, whole, share));
  }

  /** By the law of the form; where that may not decide, if the general law says the same. */
  private Answer agreeing(String votes, String whole, String share) {
    long got = known.number(votes);
    long all = known.number(whole);
    var own = known.norm(share);
    if (own.value() == null) {
      return Answer.unknown(votes, got, own);
    }
    boolean held = compare(got, all, own) > 0;
    var general = own.decides() ? Optional.<NormValue>empty() : general(share);
    return general.isEmpty() || compare(got, all, general.get()) > 0 != held
        ? Answer.of(held, votes, got, own)
        : Answer.of(held, votes, got, own.as(NormValue.AGREED), general.get());
  }

  private Optional<NormValue> general(String norm) {
    return known.norms().general(norm, known.day());
  }

  Answer atLeast(String flag, String votes, String whole, String share) {
    return known.only(flag, () -> counted(votes, List.of(whole), share));
  }

  Answer atLeastOfEither(String flag, String votes, String one, String other, String share) {
    return known.only(flag, () -> counted(votes, List.of(one, other), share));
  }

  /**
   * Where it is open what a share is counted from, only what every way of counting says decides.
   */
  private Answer counted(String votes, List<String> wholes, String share) {
    long got = known.number(votes);
    var norm = known.norm(share);
    if (norm.value() == null) {
      return Answer.unknown(votes, got, norm);
    }
    var answers = new ArrayList<Boolean>();
    wholes.forEach(whole -> answers.add(compare(got, known.number(whole), norm) >= 0));
    boolean open = answers.contains(true) && answers.contains(false);
    return Answer.of(
        !answers.contains(false),
        votes,
        got,
        open && norm.decides() ? norm.as(NormValue.OPEN) : norm);
  }

  Answer percentAtLeastIf(String flag, String part, String whole, String norm) {
    return known.only(flag, () -> percentAtLeast(part, whole, norm));
  }

  Answer percentOrNumber(String flag, String part, String whole, String percent, String number) {
    return known.only(flag, () -> percentOrNumber(part, whole, percent, number));
  }

  private Answer percentOrNumber(String part, String whole, String percent, String number) {
    long count = known.number(part);
    long all = known.number(whole);
    return known.measured(
        part,
        count,
        known.norm(percent),
        known.norm(number),
        (share, least) ->
            count >= Long.parseLong(least)
                || (count > 0 && 100L * count >= Long.parseLong(share) * all));
  }

  Answer percentAboveIf(String flag, String part, String whole, String norm) {
    long count = known.number(part);
    long all = known.number(whole);
    return known.only(
        flag,
        () ->
            known.measured(
                part,
                count,
                known.norm(norm),
                limit -> 100L * count > Long.parseLong(limit) * all));
  }

  Answer percentAtLeast(String part, String whole, String norm) {
    long count = known.number(part);
    long all = known.number(whole);
    return known.measured(
        part,
        count,
        known.norm(norm),
        limit -> all > 0 && 100L * count >= Long.parseLong(limit) * all);
  }

  Answer percentOfNorm(String part, String whole, String norm) {
    long count = known.number(part);
    return known.measured(
        part,
        count,
        known.norm(norm),
        known.norm(whole),
        (percent, all) -> 100L * count >= Long.parseLong(percent) * Long.parseLong(all));
  }

  Answer adopted(String share, String base, String casting) {
    long votesFor = known.number("votesFor");
    var majority = known.norm(share);
    var counted = known.norm(base);
    // Without a figure, leave is given to nothing but the larger half of all members.
    var parts = Objects.requireNonNullElse(majority.value(), "1/2").split("/");
    long needed =
        Long.parseLong(parts[0])
            * known.number(Objects.requireNonNullElse(counted.value(), "members"));
    long got = Long.parseLong(parts[1]) * votesFor;
    var tie = known.norm(casting);
    if (majority.value() == null || counted.value() == null) {
      return Answer.unknown("votesFor", votesFor, got > needed, majority, counted, tie);
    }
    if (got != needed || votesFor != known.number("votesAgainst")) {
      // Nothing hangs on the casting vote here: one that may not decide leaves no doubt.
      return tie.decides()
          ? Answer.of(got > needed, "votesFor", votesFor, majority, counted, tie)
          : Answer.of(got > needed, "votesFor", votesFor, majority, counted);
    }
    boolean prevails = "yes".equals(tie.value()) && "for".equals(known.fact("chairVote"));
    return tie.value() == null
        ? Answer.unknown("votesFor", votesFor, false, majority, counted, tie)
        : Answer.of(prevails, "votesFor", votesFor, majority, counted, tie);
  }

  /** Of votes with the share of all: below nought if there are fewer. Nobody makes no majority. */
  private static int compare(long votes, long all, NormValue share) {
    return all == 0 ? -1 : NormValue.compare(votes, all, String.valueOf(share.value()));
  }
}

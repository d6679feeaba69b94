package coop.artel.law;

import coop.artel.law.sentences.Judged;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.CooperativeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One edition asked about decisions of the past: with the same facts on the same day, for the same
 * cooperative with its charter as it was, by the figures that were verified then, and with what
 * people answered by hand. For one thread.
 */
final class PastAsked {
  private final Edition edition;
  private final Cooperatives cooperatives;
  private final CharterHistory charters;
  private final Set<String> verifiable;
  private final Map<CooperativeId, Home> homes = new HashMap<>();
  private final Map<List<Basis.Verified>, Standing> standings = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();

  private record Home(Cooperative cooperative, CharterHistory.Charters charters) {}

  /** The edition with those figures that were verified and read as they did then. */
  private record Standing(
      Edition edition, List<Basis.Verified> verified, Set<String> demonstrated) {}

  PastAsked(Edition edition, Cooperatives cooperatives, CharterHistory charters) {
    this.edition = edition;
    this.cooperatives = cooperatives;
    this.charters = charters;
    this.verifiable = edition.country().verifiable();
  }

  /**
   * What an edition answers now.
   *
   * @param decision absent where it cannot be asked
   */
  record Answer(Replay.Result result, @Nullable Decision decision) {
    private static Answer none(Replay.Result why) {
      return new Answer(why, null);
    }
  }

  Answer ask(Kept past) {
    var then = past.decision();
    if (!past.readable()) {
      return Answer.none(Replay.Result.ERASED);
    }
    if (!edition.answers(then.question())) {
      return Answer.none(Replay.Result.WITHOUT_RULES);
    }
    var facts = StoredFacts.read(then.question(), past.facts());
    if (facts.isEmpty()) {
      return Answer.none(Replay.Result.OTHER_FACTS);
    }
    var home = homes.computeIfAbsent(then.cooperative(), this::home);
    if (!home.charters.know(then.basis())) {
      return Answer.none(Replay.Result.OTHER_CHARTER);
    }
    try {
      var now = ask(past, facts.get(), home);
      return new Answer(compare(then, now), now);
    } catch (RulesDoNotEnd endless) {
      return Answer.none(Replay.Result.ENDLESS);
    }
  }

  private Decision ask(Kept past, Facts facts, Home home) {
    var then = past.decision();
    var standing = standings.computeIfAbsent(then.basis().verifications(), this::standing);
    var norms =
        new NormsOf(
            standing.edition.country(),
            home.cooperative,
            facts.legalForm(home.cooperative),
            day -> home.charters.on(day, then.basis(), past.askedAt()),
            standing.demonstrated);
    return Judgement.of(
        standing.edition,
        facts,
        home.cooperative,
        norms,
        then.referenceDate(),
        () -> new Basis(standing.verified, norms.charters()),
        byHand(then));
  }

  private Home home(CooperativeId id) {
    return new Home(cooperatives.find(id), charters.of(id));
  }

  /** A figure that reads otherwise in this edition is not verified by those who verified it. */
  private Standing standing(List<Basis.Verified> verified) {
    var still =
        verified.stream()
            .filter(it -> verifiable.contains(it.figure()))
            .filter(it -> it.digest().equals(digest(it.figure())))
            .toList();
    var subjects = still.stream().map(Basis.Verified::figure).collect(Collectors.toSet());
    var demonstrated =
        still.stream()
            .filter(Basis.Verified::demonstration)
            .map(Basis.Verified::figure)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Standing(edition.verified(subjects, demonstrated), still, demonstrated);
  }

  private String digest(String figure) {
    return digests.computeIfAbsent(figure, it -> VerificationStore.digest(edition.country(), it));
  }

  private static Map<String, Judged> byHand(Decision then) {
    var judged = new TreeMap<String, Judged>();
    for (var finding : then.findings()) {
      if (finding.judgement() != null) {
        var allowed = finding.allowed() == null ? finding.held() : finding.allowed();
        judged.put(finding.rule(), new Judged(allowed, finding.judgement()));
      }
    }
    return judged;
  }

  /** The same edition must give the same bytes; if it does not, the record does not say all. */
  private static Replay.Result compare(Decision then, Decision now) {
    if (then.edition().equals(now.edition())) {
      return then.digest().equals(now.digest()) ? Replay.Result.SAME : Replay.Result.UNREPEATABLE;
    }
    if (then.outcome() != now.outcome()) {
      return Replay.Result.OTHERWISE;
    }
    return against(then).equals(against(now)) && then.missing().equals(now.missing())
        ? Replay.Result.SAME
        : Replay.Result.OTHER_REASONS;
  }

  /** The rules that one of the two rests on and the other does not; if there is none, all. */
  static Set<String> rules(Decision then, Decision now) {
    var before = against(then);
    var after = against(now);
    var all = new TreeSet<>(before);
    all.addAll(after);
    var both = new HashSet<>(before);
    both.retainAll(after);
    return both.size() == all.size() ? all : minus(all, both);
  }

  private static Set<String> minus(Set<String> all, Set<String> both) {
    all.removeAll(both);
    return all;
  }

  /** What stands in the way; of what is granted nothing does. */
  private static Set<String> against(Decision decision) {
    return decision.granted() ? Set.of() : Set.copyOf(decision.reasons());
  }
}

package coop.artel.law;

import coop.artel.law.sentences.Matter;
import coop.artel.values.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of each question by the names that the vocabulary uses: those of the record, and what
 * follows from them. Asking goes through these tables, not through reflection.
 */
final class FactNames {
  private static final List<FactTable<?>> ADMISSION =
      List.of(
          new FactTable<>("admission", AdmissionFacts.class)
              .with("addressedTo", AdmissionFacts::addressedTo)
              .words("addressedTo", Set.of("council", "board", "founders"))
              .follows("toFounders", facts -> "founders".equals(facts.addressedTo()), "addressedTo")
              .with("inWriting", AdmissionFacts::inWriting)
              .with("nameGiven", AdmissionFacts::nameGiven)
              .with("born", AdmissionFacts::born)
              .with("addressGiven", AdmissionFacts::addressGiven)
              .with("consentGivenOn", AdmissionFacts::consentGivenOn)
              .with("consentSeparate", AdmissionFacts::consentSeparate)
              .with("alreadyMember", AdmissionFacts::alreadyMember)
              .with("lapsedOn", AdmissionFacts::lapsedOn)
              .with("namesakeLapsedOn", AdmissionFacts::namesakeLapsedOn),
          new FactTable<>("signing", SigningFacts.class)
              .with("identityVerified", SigningFacts::identityVerified)
              .with("paperSeen", SigningFacts::paperSeen)
              .with("scanDigest", SigningFacts::scanDigest)
              .with("agreementNumber", SigningFacts::agreementNumber)
              .with("agreementDate", SigningFacts::agreementDate)
              .with("agreementComplete", SigningFacts::agreementComplete),
          new FactTable<>("council-vote", CouncilVoteFacts.class)
              .with("body", CouncilVoteFacts::body)
              .with("members", CouncilVoteFacts::members)
              .with("votesFor", CouncilVoteFacts::votesFor)
              .with("votesAgainst", CouncilVoteFacts::votesAgainst)
              .with("abstained", CouncilVoteFacts::abstained)
              .with("leaderVoted", CouncilVoteFacts::leaderVoted)
              .with("chairVote", CouncilVoteFacts::chairVote)
              .with("closed", CouncilVoteFacts::closed)
              .with("decidedOn", CouncilVoteFacts::decidedOn)
              .with("decideBy", CouncilVoteFacts::decideBy)
              .follows(
                  "voted",
                  facts -> facts.votesFor() + facts.votesAgainst() + facts.abstained(),
                  "votesFor",
                  "votesAgainst",
                  "abstained")
              .words("chairVote", Set.of("for", "against", "abstained")),
          new FactTable<>("decision-term", DecisionTermFacts.class)
              .with("receivedOn", DecisionTermFacts::receivedOn)
              .with("decidedOn", DecisionTermFacts::decidedOn),
          new FactTable<>("entry", EntryFacts.class)
              .with("admitted", EntryFacts::admitted)
              .with("decidedOn", EntryFacts::decidedOn)
              .with("entranceFeePaid", EntryFacts::entranceFeePaid)
              .with("entranceFeePaidOn", EntryFacts::entranceFeePaidOn)
              .with("sharePaid", EntryFacts::sharePaid)
              .with("sharePaidOn", EntryFacts::sharePaidOn)
              .with("payBy", EntryFacts::payBy)
              .with("alreadyMember", EntryFacts::alreadyMember)
              .follows(
                  "memberOn", EntryFacts::memberOn, "decidedOn", "entranceFeePaidOn", "sharePaidOn")
              .follows(
                  "paymentsDated",
                  facts ->
                      dated(facts.entranceFeePaid(), facts.entranceFeePaidOn())
                          && dated(facts.sharePaid(), facts.sharePaidOn()),
                  "entranceFeePaid",
                  "entranceFeePaidOn",
                  "sharePaid",
                  "sharePaidOn")
              .follows(
                  "paidOn",
                  facts -> later(facts.entranceFeePaidOn(), facts.sharePaidOn()),
                  "entranceFeePaidOn",
                  "sharePaidOn"),
          new FactTable<>("lapse", LapseFacts.class)
              .with("decidedOn", LapseFacts::decidedOn)
              .with("noticeBy", LapseFacts::noticeBy)
              .with("noticeSentOn", LapseFacts::noticeSentOn)
              .with("payBy", LapseFacts::payBy)
              .with("nonpaymentConfirmed", LapseFacts::nonpaymentConfirmed)
              .with("entranceFeeInTime", LapseFacts::entranceFeeInTime)
              .with("shareInTime", LapseFacts::shareInTime));

  private static final Map<String, FactTable<?>> BY_QUESTION =
      Stream.of(
              ADMISSION,
              MeetingTables.TABLES,
              MemberTables.TABLES,
              OrganTables.TABLES,
              DocumentTables.TABLES)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(FactTable::question, table -> table));

  private FactNames() {}

  static Set<String> questions() {
    return BY_QUESTION.keySet();
  }

  /** The kind of facts that belongs to a question. */
  static Class<? extends Facts> kind(String question) {
    return table(question).kind();
  }

  static Set<String> of(String question) {
    return table(question).names();
  }

  /**
   * @param values in the order of the record
   */
  static Facts facts(String question, @Nullable Object... values) {
    return table(question).make(values);
  }

  /** The components of the record that a fact is or follows from. */
  static List<String> sources(String question, String fact) {
    return table(question).sources(fact);
  }

  /** What the word of a fact may be; empty where it may be any. */
  static Set<String> words(String question, String fact) {
    return table(question).words(fact);
  }

  /** A fact by its name; null if it is unknown. An unknown name is a broken program. */
  static Matter.FactsByName of(Facts facts) {
    return table(facts.question()).of(facts);
  }

  /** The facts that are known, as text, for keeping. */
  static Map<String, Object> texts(Facts facts) {
    var read = of(facts);
    var texts = new TreeMap<String, Object>();
    for (var name : of(facts.question())) {
      var value = read.get(name);
      if (value != null) {
        texts.put(name, value.toString());
      }
    }
    return texts;
  }

  private static FactTable<?> table(String question) {
    var table = BY_QUESTION.get(question);
    if (table == null) {
      throw new IllegalStateException("There is no question " + question);
    }
    return table;
  }

  private static boolean dated(@Nullable Money paid, @Nullable LocalDate day) {
    return paid == null || day != null;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}

package coop.artel.meetings;

import coop.artel.access.Caller;
import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.notary.Happening;
import coop.artel.notary.Receipt;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.CouncilChanged;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import coop.artel.workflow.NotAwaited;
import coop.artel.workflow.Processes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Questions put to a council, and the votes on them. */
@UseCase
public class Questions {
  /** How somebody votes. */
  public enum Choice {
    FOR,
    AGAINST,
    ABSTAINED;

    /** As rows and records spell it: {@code for}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Choice of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What a question is about.
   *
   * @param kind what is asked: {@code admission}; its message key is {@code matter.<kind>}
   * @param subject the person whom it is about
   * @param about id of the thing that is decided on, in the module that put the question
   * @param number of that thing's own document
   * @param day of that document
   */
  public record Matter(String kind, PersonId subject, UUID about, long number, LocalDate day) {}

  /**
   * Somebody who has a vote on a question: a member of the council, or who was one when voting.
   *
   * @param chair on the day of the count, or today while there was none
   */
  public record Voter(PersonId person, boolean chair) {}

  /**
   * A vote as it was cast.
   *
   * @param at by the legal clock
   */
  public record Vote(PersonId voter, Choice choice, Instant at) {}

  /**
   * A question with all who may vote on it and all votes so far.
   *
   * @param openedAt absent until the vote begins
   * @param closedAt from when on no votes are taken
   * @param adopted absent until the council has decided
   * @param withdrawn no decision is asked for any more
   * @param voters who has a vote, the chair first
   * @param votes in the order of casting
   */
  public record Question(
      UUID id,
      CooperativeId cooperative,
      String caseId,
      Matter matter,
      @Nullable Instant openedAt,
      @Nullable LocalDate decideBy,
      @Nullable Instant remindedAt,
      @Nullable Instant closedAt,
      @Nullable Boolean adopted,
      boolean withdrawn,
      List<Voter> voters,
      List<Vote> votes) {
    /** The person whom it is about. */
    public PersonId subject() {
      return matter.subject();
    }
  }

  /**
   * What a council decided.
   *
   * @param against what those who voted against said with their votes
   * @param document the council's decision as a document
   * @param lawDecision what the law found when it counted
   */
  public record Resolution(
      boolean adopted,
      LocalDate decidedOn,
      UUID document,
      UUID lawDecision,
      List<String> against) {}

  private static final String VOTES_COLLECTED = "votes-collected";
  private static final String COUNCIL_CHANGED = "council-changed";

  private final QuestionRows rows;
  private final VoteReasons reasons;
  private final Law law;
  private final Records records;
  private final Processes processes;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  Questions(
      QuestionRows rows,
      VoteReasons reasons,
      Law law,
      Records records,
      Processes processes,
      Cooperatives cooperatives,
      LegalClock clock) {
    this.rows = rows;
    this.reasons = reasons;
    this.law = law;
    this.records = records;
    this.processes = processes;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  /**
   * Puts a question before the council of a cooperative; voting begins when the process opens it.
   */
  public UUID put(
      CooperativeId cooperative, String caseId, Matter matter, @Nullable LocalDate decideBy) {
    UUID id = UUID.randomUUID();
    rows.put(id, cooperative, caseId, matter, decideBy);
    return id;
  }

  /** The open questions on which the caller has a vote, the nearest term first. */
  public List<Question> forVoter(Caller caller) {
    var councils =
        caller.offices().entrySet().stream()
            .filter(held -> held.getValue().contains(Office.COUNCIL))
            .map(Map.Entry::getKey)
            .toList();
    return rows.openIn(councils);
  }

  /** Who has yet to vote in a case; for whoever holds an office in its cooperative. */
  public List<PersonId> awaited(String caseId) {
    return rows.openOf(caseId).stream()
        .flatMap(
            question -> {
              var tally = Tally.of(question);
              return question.voters().stream()
                  .map(Voter::person)
                  .filter(voter -> !tally.hasVoted(voter));
            })
        .toList();
  }

  /** Refused with {@code question-unknown} for those who neither vote nor hold an office there. */
  public Question find(Caller caller, UUID id) {
    return visible(caller, rows.find(id).orElseThrow(() -> new QuestionUnknown(id)));
  }

  /** What voters said with their votes, for those who were allowed to find the question. */
  public Map<PersonId, String> reasons(UUID id) {
    return reasons.of(id);
  }

  /** As {@link #vote(Caller, UUID, Choice, String)} without a word. */
  public Receipt vote(Caller caller, UUID id, Choice choice) {
    return vote(caller, id, choice, "");
  }

  /**
   * Casts the caller's vote; the last one closes the vote and lets the process count. Refused:
   * {@code not-a-voter}, {@code already-voted}, {@code vote-closed}, {@code vote-reason-malformed}.
   *
   * @param said why, in the voter's own words; may be empty
   */
  public Receipt vote(Caller caller, UUID id, Choice choice, String said) {
    String reason = VoteReasons.checked(said);
    var question = locked(caller, id);
    var tally = Tally.of(question);
    if (!tally.mayVote(caller.person())) {
      throw new NotAVoter();
    }
    if (tally.hasVoted(caller.person())) {
      throw new AlreadyVoted();
    }
    demandOpen(question);
    rows.addVoters(id, question.voters());
    rows.cast(id, caller.person(), choice);
    if (!reason.isEmpty()) {
      reasons.keep(id, question.subject(), caller.person(), reason);
    }
    if (tally.votes().size() + 1 == tally.members()) {
      close(question, null);
    }
    return record(question, caller.person(), choice, reason);
  }

  /**
   * Whether the caller may end the vote now: the law, as far as it can tell, wants no more votes.
   */
  public boolean closable(Caller caller, Question question) {
    return question.openedAt() != null
        && question.closedAt() == null
        && mayClose(caller, question)
        && foreseen(question).outcome() != Outcome.MISSING;
  }

  /** The votes are counted, and the law has left what they amount to to a person. */
  public boolean awaitsJudgement(Question question) {
    if (question.closedAt() == null || question.adopted() != null || question.withdrawn()) {
      return false;
    }
    var counted = rows.result(question.id()).decision();
    return counted != null
        && law.find(counted).filter(it -> it.outcome() == Outcome.HUMAN).isPresent();
  }

  /** All questions of a case, the oldest first; for those who were allowed to find the case. */
  public List<Question> ofCase(String caseId) {
    return rows.of(caseId);
  }

  private static boolean mayClose(Caller caller, Question question) {
    return caller.holds(question.cooperative(), Office.CHAIR)
        || caller.holds(question.cooperative(), Office.SECRETARY);
  }

  private Decision foreseen(Question question) {
    LocalDate today = clock.today(cooperatives.find(question.cooperative()).zone());
    var facts = Tally.of(question).asFacts(today, question.decideBy());
    return law.foresee(facts, question.cooperative(), today);
  }

  /**
   * Ends the vote before all have voted; for the chair and the secretary. Refused with {@code
   * quorum-not-met} if the law says that votes are missing.
   */
  public void close(Caller caller, UUID id) {
    var question = locked(caller, id);
    if (!mayClose(caller, question)) {
      throw new NotTheirsToClose();
    }
    demandOpen(question);
    if (foreseen(question).outcome() == Outcome.MISSING) {
      var tally = Tally.of(question);
      throw new QuorumNotMet(tally.votes().size(), tally.members());
    }
    close(question, caller.person());
  }

  /**
   * A council has changed. Where all who sit on it now have voted the votes are counted; what waits
   * for a change is taken up again.
   */
  @EventListener
  void on(CouncilChanged changed) {
    for (UUID id : rows.undecidedIn(changed.cooperative())) {
      rows.lock(id).ifPresent(this::takeUp);
    }
  }

  private void takeUp(Question question) {
    if (question.adopted() != null || question.withdrawn()) {
      return;
    }
    boolean open = question.openedAt() != null && question.closedAt() == null;
    if (!open) {
      tellIfAwaited(question);
    } else if (!question.votes().isEmpty() && Tally.of(question).allVoted()) {
      close(question, null);
    }
  }

  private void tellIfAwaited(Question question) {
    try {
      processes.tell(COUNCIL_CHANGED, question.caseId(), null);
    } catch (NotAwaited nothingWaits) {
      // The votes are being counted, or the question is being put: either looks at the council.
    }
  }

  /** The matter is withdrawn: nobody votes any more, and nothing is decided. */
  public void withdraw(UUID id) {
    if (rows.lock(id).isEmpty()) {
      throw new QuestionUnknown(id);
    }
    rows.withdraw(id);
  }

  /** What the council decided; throws {@link IllegalStateException} while it has not. */
  public Resolution resolution(UUID id) {
    var question = rows.find(id).orElseThrow(() -> new QuestionUnknown(id));
    var result = rows.result(id);
    if (question.adopted() == null
        || result.decidedOn() == null
        || result.document() == null
        || result.decision() == null) {
      throw new IllegalStateException("Question %s is not decided yet".formatted(id));
    }
    return new Resolution(
        question.adopted(),
        result.decidedOn(),
        result.document(),
        result.decision(),
        against(question));
  }

  private List<String> against(Question question) {
    var said = reasons.of(question.id());
    return question.votes().stream()
        .filter(vote -> vote.choice() == Choice.AGAINST)
        .map(vote -> said.getOrDefault(vote.voter(), ""))
        .filter(reason -> !reason.isEmpty())
        .toList();
  }

  private void close(Question question, @Nullable PersonId by) {
    rows.close(question.id(), by);
    processes.tell(VOTES_COLLECTED, question.caseId(), by);
  }

  private Receipt record(Question question, PersonId voter, Choice choice, String reason) {
    var ballot =
        Happening.of(RecordKind.BALLOT)
            .by(voter)
            .with("question", question.id().toString())
            .committing("choice", choice.id());
    var said = reason.isEmpty() ? ballot : ballot.committing("reason", reason);
    return records.append(question.caseId(), List.of(said)).get(0);
  }

  private Question locked(Caller caller, UUID id) {
    return visible(caller, rows.lock(id).orElseThrow(() -> new QuestionUnknown(id)));
  }

  private static Question visible(Caller caller, Question question) {
    boolean votes = Tally.of(question).mayVote(caller.person());
    if (!votes && !caller.serves(question.cooperative())) {
      throw new QuestionUnknown(question.id());
    }
    return question;
  }

  private static void demandOpen(Question question) {
    if (question.openedAt() == null || question.closedAt() != null) {
      throw new VoteClosed();
    }
  }
}

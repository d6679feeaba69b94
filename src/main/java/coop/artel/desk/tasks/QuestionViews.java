package coop.artel.desk.tasks;

import coop.artel.access.Caller;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Wording;
import coop.artel.meetings.Questions;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Office;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import coop.artel.workflow.Cases;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of questions put to a council. */
@Component
class QuestionViews {
  private final Questions questions;
  private final Cases cases;
  private final Names names;
  private final LegalClock clock;

  QuestionViews(Questions questions, Cases cases, Names names, LegalClock clock) {
    this.questions = questions;
    this.cases = cases;
    this.names = names;
    this.clock = clock;
  }

  List<QuestionView> openFor(Caller caller, Wording wording) {
    return questions.forVoter(caller).stream()
        .map(question -> view(question, caller, outcome(question), false, wording))
        .toList();
  }

  /** With what only the question's own page shows, since the law has to be asked for it. */
  QuestionView whole(Questions.Question it, Caller caller, Wording wording) {
    return view(it, caller, state(it), questions.closable(caller, it), wording);
  }

  /** As {@link QuestionView#outcome}. */
  String state(Questions.Question it) {
    return questions.awaitsJudgement(it) ? "judging" : outcome(it);
  }

  private QuestionView view(
      Questions.Question it, Caller caller, String outcome, boolean closable, Wording wording) {
    var cooperative = names.cooperative(it.cooperative());
    var today = clock.today(cooperative.zone());
    var decideBy = it.decideBy();
    var open = open(it);
    var mine = vote(it, caller.person());
    return new QuestionView(
        it.id().toString(),
        it.caseId(),
        cases.number(it.caseId()),
        names.person(it.subject(), wording),
        cooperative.shortName(),
        decideBy == null ? null : wording.date(decideBy),
        decideBy == null ? null : wording.away(decideBy, today),
        decideBy != null && today.isAfter(decideBy),
        reminded(it, cooperative, wording),
        outcome,
        mine.map(QuestionViews::choice).orElse(null),
        open && mine.isEmpty() && hasVote(it, caller.person()),
        open
            && (caller.holds(it.cooperative(), Office.CHAIR)
                || caller.holds(it.cooperative(), Office.SECRETARY)),
        closable,
        seats(it, cooperative, wording));
  }

  static String choice(Questions.Vote vote) {
    return vote.choice().id();
  }

  private static boolean open(Questions.Question it) {
    return it.openedAt() != null && it.closedAt() == null && !it.withdrawn();
  }

  /** Presses only on an open vote, and only after a reminder. */
  private static @Nullable String reminded(
      Questions.Question it, Cooperative cooperative, Wording wording) {
    var at = it.remindedAt();
    return at == null || !open(it) ? null : wording.day(at, cooperative.zone());
  }

  private static String outcome(Questions.Question it) {
    if (it.withdrawn()) {
      return "withdrawn";
    }
    if (it.adopted() != null) {
      return it.adopted() ? "adopted" : "rejected";
    }
    return open(it) ? "open" : "counting";
  }

  private static boolean hasVote(Questions.Question it, PersonId person) {
    return it.voters().stream().anyMatch(voter -> voter.person().equals(person));
  }

  private List<QuestionView.Seat> seats(
      Questions.Question it, Cooperative cooperative, Wording wording) {
    var reasons = questions.reasons(it.id());
    return it.voters().stream()
        .map(
            voter ->
                seat(
                    voter,
                    vote(it, voter.person()),
                    reasons.get(voter.person()),
                    cooperative,
                    wording))
        .sorted(
            Comparator.comparing((QuestionView.Seat seat) -> !seat.chair())
                .thenComparing(QuestionView.Seat::name))
        .toList();
  }

  private QuestionView.Seat seat(
      Questions.Voter voter,
      Optional<Questions.Vote> vote,
      @Nullable String reason,
      Cooperative cooperative,
      Wording wording) {
    return new QuestionView.Seat(
        names.person(voter.person(), wording),
        voter.chair(),
        vote.map(QuestionViews::choice).orElse(null),
        vote.map(v -> wording.moment(v.at(), cooperative.zone())).orElse(null),
        reason);
  }

  private static Optional<Questions.Vote> vote(Questions.Question it, PersonId person) {
    return it.votes().stream().filter(vote -> vote.voter().equals(person)).findFirst();
  }
}

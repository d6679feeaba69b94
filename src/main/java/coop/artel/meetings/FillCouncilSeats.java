package coop.artel.meetings;

import coop.artel.law.Explanations;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.Questions.Question;
import coop.artel.meetings.Questions.Vote;
import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what keeps a council from deciding, and lets the vote go on once it has been mended. */
@Component
class FillCouncilSeats implements FormHandler {
  private final QuestionRows questions;
  private final Seats seats;
  private final Law law;
  private final Explanations words;
  private final MessageSource messages;
  private final People people;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  FillCouncilSeats(
      QuestionRows questions,
      Seats seats,
      Law law,
      Explanations words,
      MessageSource messages,
      People people,
      Cooperatives cooperatives,
      LegalClock clock) {
    this.questions = questions;
    this.seats = seats;
    this.law = law;
    this.words = words;
    this.messages = messages;
    this.people = people;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  @Override
  public String form() {
    return "fill-council-seats";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var question = question(run);
    return Map.of(
        "question", people.nameOf(question.subject()).orElse(""), "missing", lack(question));
  }

  /** Refused with {@code council-empty} or {@code council-incomplete} while nothing has changed. */
  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var question = question(submission.run());
    if (councilIsEmpty(question)) {
      throw new CouncilEmpty();
    }
    String lack = lack(question);
    if (!lack.isEmpty()) {
      throw new CouncilIncomplete(lack);
    }
    return List.of();
  }

  private Question question(Run run) {
    var id = MeetingVariables.QUESTION.in(run);
    return questions.find(id).orElseThrow(() -> new QuestionUnknown(id));
  }

  /** What is missing if it were counted now; nothing where somebody can still vote. */
  private String lack(Question question) {
    if (councilIsEmpty(question)) {
      var locale = LocaleContextHolder.getLocale();
      return Objects.requireNonNullElse(messages.getMessage("council.empty", null, "", locale), "");
    }
    var voted = question.votes().stream().map(Vote::voter).toList();
    var tally = new Tally(seats.today(question.cooperative(), voted), question.votes());
    var today = clock.today(cooperatives.find(question.cooperative()).zone());
    var facts = tally.asFacts(today, question.decideBy());
    var decision = law.foresee(facts, question.cooperative(), today);
    return tally.allVoted() && decision.outcome() == Outcome.MISSING ? words.missing(decision) : "";
  }

  private boolean councilIsEmpty(Question question) {
    return seats.today(question.cooperative(), List.of()).isEmpty();
  }
}

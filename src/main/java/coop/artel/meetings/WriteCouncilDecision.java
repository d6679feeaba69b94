package coop.artel.meetings;

import coop.artel.documents.CouncilDecisionContent;
import coop.artel.documents.Documents;
import coop.artel.documents.Ground;
import coop.artel.law.Decision;
import coop.artel.law.Explanations;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.Questions.Choice;
import coop.artel.meetings.Questions.Question;
import coop.artel.people.People;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the council's decision down, with every vote as it was cast. */
@Component
class WriteCouncilDecision implements Step {
  private final QuestionRows questions;
  private final VoteReasons reasons;
  private final Documents documents;
  private final People people;
  private final Offices offices;
  private final Cooperatives cooperatives;
  private final Law law;
  private final Explanations words;

  WriteCouncilDecision(
      QuestionRows questions,
      VoteReasons reasons,
      Documents documents,
      People people,
      Offices offices,
      Cooperatives cooperatives,
      Law law,
      Explanations words) {
    this.words = words;
    this.questions = questions;
    this.reasons = reasons;
    this.documents = documents;
    this.people = people;
    this.offices = offices;
    this.cooperatives = cooperatives;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    UUID id = MeetingVariables.QUESTION.in(run);
    boolean adopted = MeetingVariables.ADOPTED.in(run);
    var question = questions.lock(id).orElseThrow(() -> new QuestionUnknown(id));
    LocalDate day = Closing.day(question, cooperatives);
    var document =
        documents.write(
            run.cooperative(), run.caseId(), question.subject(), content(question, day, adopted));
    questions.decided(id, day, adopted, document.id());
    run.wrote(document.digest());
  }

  private CouncilDecisionContent content(Question question, LocalDate day, boolean adopted) {
    var tally = Tally.of(question);
    var decision = decisionOn(question);
    var matter = question.matter();
    var said = reasons.of(question.id());
    return new CouncilDecisionContent(
        name(matter.subject()),
        matter.number(),
        matter.day(),
        day,
        adopted,
        tally.members(),
        tally.votes().stream()
            .map(
                vote ->
                    new CouncilDecisionContent.Vote(
                        name(vote.voter()),
                        vote.choice().id(),
                        vote.at(),
                        said.getOrDefault(vote.voter(), "")))
            .toList(),
        tally.count(Choice.FOR),
        tally.count(Choice.AGAINST),
        tally.count(Choice.ABSTAINED),
        tieWasBroken(tally, decision, question.cooperative()),
        Ground.of(
            decision, words, words.languageOf(cooperatives.find(question.cooperative()).country())),
        decision.digest(),
        holder(question.cooperative(), Office.CHAIR, day).orElse(""),
        holder(question.cooperative(), Office.SECRETARY, day).orElse(null),
        decision.demonstration());
  }

  /** The law's answer to the count; there is one, or the process would not have come here. */
  private Decision decisionOn(Question question) {
    UUID decision = questions.result(question.id()).decision();
    return Optional.ofNullable(decision)
        .flatMap(law::find)
        .orElseThrow(() -> new IllegalStateException("Nobody counted question " + question.id()));
  }

  /** Whether the law followed the chair's own vote in a tie, as the charter lets it. */
  private boolean tieWasBroken(Tally tally, Decision decision, CooperativeId cooperative) {
    return tally.count(Choice.FOR) == tally.count(Choice.AGAINST)
        && tally.count(Choice.ABSTAINED) == 0
        && tally.chairVote().filter(choice -> choice != Choice.ABSTAINED).isPresent()
        && decision.outcome() != Outcome.HUMAN
        && law.figure("council.casting-vote", cooperative, decision.referenceDate())
            .filter(figure -> figure.value().equals("yes"))
            .isPresent();
  }

  private Optional<String> holder(CooperativeId cooperative, Office office, LocalDate day) {
    return offices.holders(cooperative, office, day).stream().findFirst().flatMap(people::nameOf);
  }

  private String name(PersonId person) {
    return people.nameOf(person).orElseGet(person::toString);
  }
}

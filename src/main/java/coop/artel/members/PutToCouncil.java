package coop.artel.members;

import coop.artel.meetings.MeetingVariables;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Matter;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Asks the council to decide on the application. */
@Component
class PutToCouncil implements Step {
  static final String MATTER = "admission";

  private final Dossiers dossiers;
  private final Papers papers;
  private final Questions questions;

  PutToCouncil(Dossiers dossiers, Papers papers, Questions questions) {
    this.dossiers = dossiers;
    this.papers = papers;
    this.questions = questions;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var matter =
        new Matter(
            MATTER,
            dossier.person(),
            dossier.id(),
            papers.numberOf(dossier.paperWritten()),
            dossier.receivedOn());
    var question =
        questions.put(run.cooperative(), run.caseId(), matter, MeetingVariables.DECIDE_BY.in(run));
    dossiers.question(dossier.id(), question);
    dossiers.status(dossier.id(), Status.IN_COUNCIL);
    MeetingVariables.QUESTION.set(run, question);
  }
}

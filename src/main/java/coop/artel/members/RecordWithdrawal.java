package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** The applicant has withdrawn; whatever the council was asked, it need not answer. */
@Component
class RecordWithdrawal implements Step {
  private final Dossiers dossiers;
  private final Questions questions;
  private final PaperWithdrawals letters;

  RecordWithdrawal(Dossiers dossiers, Questions questions, PaperWithdrawals letters) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.letters = letters;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    if (dossier.question() != null) {
      questions.withdraw(dossier.question());
    }
    letters.scan(dossier.id()).ifPresent(run::wrote);
    dossiers.status(dossier.id(), Status.WITHDRAWN);
  }
}

package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.workflow.Guard;
import coop.artel.workflow.Submission;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * From which day somebody is a member follows from the decision and the payments; the register is
 * not corrected to another. Of a line that came with a list neither is known here, so nothing is
 * asked about it.
 */
@Component
class ApproveCorrectionGuard implements Guard {
  private final CorrectionRows rows;
  private final Dossiers dossiers;
  private final EntryMatter matter;
  private final Questions questions;

  ApproveCorrectionGuard(
      CorrectionRows rows, Dossiers dossiers, EntryMatter matter, Questions questions) {
    this.rows = rows;
    this.dossiers = dossiers;
    this.matter = matter;
    this.questions = questions;
  }

  @Override
  public String question() {
    return "entry";
  }

  @Override
  public Optional<Asked> asks(Submission submission) {
    var found = rows.of(submission.run());
    var since = found.after().since();
    if (!submission.text("approval").equals("approve") || since.equals(found.before().since())) {
      return Optional.empty();
    }
    return dossiers.of(found.person()).stream()
        .filter(dossier -> dossier.cooperative().equals(found.cooperative()))
        .filter(dossier -> entered(dossier, found.before().basis()))
        .findFirst()
        .map(dossier -> new Asked(matter.of(dossier), since, found.person()));
  }

  /** Whether a line's basis is the decision by which this application came into the register. */
  private boolean entered(Dossier dossier, String basis) {
    return dossier.status() == Status.ADMITTED
        && questions.resolution(dossier.questionPut()).document().toString().equals(basis);
  }
}

package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The accountant confirms what has been paid; whether it is enough the law says. */
@Component
class ConfirmPayment implements FormHandler {
  private final Dossiers dossiers;
  private final Questions questions;
  private final PaymentFields fields;

  ConfirmPayment(Dossiers dossiers, Questions questions, PaymentFields fields) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.fields = fields;
  }

  @Override
  public String form() {
    return "confirm-payment";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    return fields.shown(dossier, questions.resolution(dossier.questionPut()).decidedOn());
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    fields.keep(dossiers.of(submission.run()), submission);
    return List.of();
  }
}

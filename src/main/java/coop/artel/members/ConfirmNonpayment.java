package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The term of payment is over and nothing was confirmed: the accountant looks whether money came in
 * time after all. Only a person says that it did not.
 */
@Component
class ConfirmNonpayment implements FormHandler {
  private final Dossiers dossiers;
  private final Questions questions;
  private final Notices notices;
  private final PaymentFields fields;

  ConfirmNonpayment(Dossiers dossiers, Questions questions, Notices notices, PaymentFields fields) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.notices = notices;
    this.fields = fields;
  }

  @Override
  public String form() {
    return "confirm-nonpayment";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var decidedOn = questions.resolution(dossier.questionPut()).decidedOn();
    var shown = fields.shown(dossier, decidedOn);
    shown.put("payBy", dossier.lastDayToPay());
    shown.put("decidedOn", decidedOn);
    notices.sentOn(dossier.id()).ifPresent(day -> shown.put("noticeSentOn", day));
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    boolean arrived = submission.text("arrived").equals("yes");
    if (arrived) {
      demandPayment(submission);
    }
    keep(submission);
    return List.of(MemberVariables.ARRIVED.with(arrived));
  }

  /** Also where not all came in time: what did is a fact of what follows. */
  private void keep(Submission submission) {
    var dossier = dossiers.of(submission.run());
    if (!fields.bringNews(dossier, submission)) {
      return;
    }
    if (!submission.values().containsKey("paymentDocument")) {
      throw FormInvalid.at("paymentDocument", "required");
    }
    fields.keep(dossier, submission);
  }

  private static void demandPayment(Submission submission) {
    var values = submission.values();
    if (!values.containsKey("entranceFee") && !values.containsKey("share")) {
      throw FormInvalid.at("entranceFee", "required");
    }
  }
}

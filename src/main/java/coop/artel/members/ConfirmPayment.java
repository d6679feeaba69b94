package coop.artel.members;

import coop.artel.meetings.Questions;
import coop.artel.members.Payments.Kind;
import coop.artel.members.Payments.Payment;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import coop.artel.values.Money;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accountant confirms what has been paid; whether it is enough the law says. */
@Component
class ConfirmPayment implements FormHandler {
  private final Dossiers dossiers;
  private final Payments payments;
  private final Papers papers;
  private final Questions questions;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  ConfirmPayment(
      Dossiers dossiers,
      Payments payments,
      Papers papers,
      Questions questions,
      Cooperatives cooperatives,
      LegalClock clock) {
    this.dossiers = dossiers;
    this.payments = payments;
    this.papers = papers;
    this.questions = questions;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  @Override
  public String form() {
    return "confirm-payment";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var decidedOn = questions.resolution(dossier.questionPut()).decidedOn();
    var paid = payments.of(dossier.id());
    var shown = new HashMap<String, Object>();
    papers
        .entranceFee(dossier.cooperative(), decidedOn)
        .ifPresent(sum -> shown.put("entranceFeeDue", sum.toString()));
    papers
        .share(dossier.cooperative(), decidedOn)
        .ifPresent(sum -> shown.put("shareDue", sum.toString()));
    show(paid.entranceFee(), "entranceFee", "entranceFeePaidOn", shown);
    show(paid.share(), "share", "sharePaidOn", shown);
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    var cooperative = cooperatives.find(submission.cooperative());
    var entranceFee = payment(submission, cooperative, "entranceFee", "entranceFeePaidOn");
    var share = payment(submission, cooperative, "share", "sharePaidOn");
    entranceFee.ifPresent(
        payment -> payments.keep(dossier.id(), submission, Kind.ENTRANCE_FEE, payment));
    share.ifPresent(payment -> payments.keep(dossier.id(), submission, Kind.SHARE, payment));
    return List.of();
  }

  private Optional<Payment> payment(
      Submission submission, Cooperative cooperative, String sumKey, String dayKey) {
    @Nullable LocalDate paidOn = (LocalDate) submission.values().get(dayKey);
    if (paidOn != null && paidOn.isAfter(clock.today(cooperative.zone()))) {
      throw new DayAhead(paidOn);
    }
    @Nullable Object sum = submission.values().get(sumKey);
    return sum == null
        ? Optional.empty()
        : Optional.of(new Payment(money(sum.toString(), cooperative), paidOn));
  }

  private static Money money(String text, Cooperative cooperative) {
    var amount = new BigDecimal(text.replace(',', '.'));
    int digits = cooperative.currency().getDefaultFractionDigits();
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > digits) {
      throw new SumMalformed(text);
    }
    return new Money(amount, cooperative.currency());
  }

  private static void show(
      Optional<Payment> payment, String sumKey, String dayKey, Map<String, Object> shown) {
    payment.ifPresent(
        paid -> {
          shown.put(sumKey, paid.sum().amount().toPlainString());
          if (paid.paidOn() != null) {
            shown.put(dayKey, paid.paidOn());
          }
        });
  }
}

package coop.artel.members;

import coop.artel.members.Payments.Kind;
import coop.artel.members.Payments.Payment;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.values.Money;
import coop.artel.workflow.FormInvalid;
import coop.artel.workflow.Submission;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The fields in which an accountant reads what is due and enters what was paid and when. */
@Component
class PaymentFields {
  private static final Pattern GAPS = Pattern.compile("[ \\u00a0\\u202f]");

  private final Payments payments;
  private final Papers papers;
  private final Cooperatives cooperatives;
  private final DayFields days;

  PaymentFields(Payments payments, Papers papers, Cooperatives cooperatives, DayFields days) {
    this.payments = payments;
    this.papers = papers;
    this.cooperatives = cooperatives;
    this.days = days;
  }

  /**
   * What is due and what is confirmed already.
   *
   * @param decidedOn the charter of that day says what is due
   */
  Map<String, Object> shown(Dossier dossier, LocalDate decidedOn) {
    var paid = payments.of(dossier.id());
    var shown = new HashMap<String, Object>();
    papers
        .entranceFee(dossier.cooperative(), decidedOn)
        .ifPresent(sum -> shown.put("entranceFeeDue", sum));
    papers.share(dossier.cooperative(), decidedOn).ifPresent(sum -> shown.put("shareDue", sum));
    show(paid.entranceFee(), "entranceFee", "entranceFeePaidOn", shown);
    show(paid.share(), "share", "sharePaidOn", shown);
    return shown;
  }

  /** Something was entered that is not confirmed already. */
  boolean bringNews(Dossier dossier, Submission submission) {
    var cooperative = cooperatives.find(submission.cooperative());
    var paid = payments.of(dossier.id());
    var entranceFee = payment(submission, cooperative, "entranceFee", "entranceFeePaidOn");
    var share = payment(submission, cooperative, "share", "sharePaidOn");
    return (entranceFee.isPresent() && !entranceFee.equals(paid.entranceFee()))
        || (share.isPresent() && !share.equals(paid.share()));
  }

  /** Keeps the payments that were entered. */
  void keep(Dossier dossier, Submission submission) {
    var cooperative = cooperatives.find(submission.cooperative());
    demandDays(dossier, submission);
    var entranceFee = payment(submission, cooperative, "entranceFee", "entranceFeePaidOn");
    var share = payment(submission, cooperative, "share", "sharePaidOn");
    entranceFee.ifPresent(
        payment -> payments.keep(dossier, submission, Kind.ENTRANCE_FEE, payment));
    share.ifPresent(payment -> payments.keep(dossier, submission, Kind.SHARE, payment));
  }

  /**
   * A day before the decision is not refused: the law says from when such a payment counts. Before
   * somebody applied nothing was due.
   */
  private void demandDays(Dossier dossier, Submission submission) {
    var check = new FormInvalid.Check();
    for (var key : List.of("entranceFeePaidOn", "sharePaidOn")) {
      days.past(check, submission, key)
          .ifPresent(
              day ->
                  check.demand(
                      !day.isBefore(dossier.receivedOn()),
                      key,
                      "paid-before-application",
                      dossier.receivedOn()));
    }
    check.done();
  }

  private static Optional<Payment> payment(
      Submission submission, Cooperative cooperative, String sumKey, String dayKey) {
    @Nullable LocalDate paidOn = (LocalDate) submission.values().get(dayKey);
    @Nullable Object sum = submission.values().get(sumKey);
    return sum == null
        ? Optional.empty()
        : Optional.of(new Payment(money(sumKey, sum.toString(), cooperative), paidOn));
  }

  private static Money money(String key, String text, Cooperative cooperative) {
    var amount = new BigDecimal(GAPS.matcher(text).replaceAll("").replace(',', '.'));
    int digits = Money.digits(cooperative.currency());
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > digits) {
      throw FormInvalid.at(key, "sum");
    }
    return new Money(amount, cooperative.currency());
  }

  private static char point() {
    return DecimalFormatSymbols.getInstance(LocaleContextHolder.getLocale()).getDecimalSeparator();
  }

  private static void show(
      Optional<Payment> payment, String sumKey, String dayKey, Map<String, Object> shown) {
    payment.ifPresent(
        paid -> {
          shown.put(sumKey, paid.sum().amount().toPlainString().replace('.', point()));
          if (paid.paidOn() != null) {
            shown.put(dayKey, paid.paidOn());
          }
        });
  }
}

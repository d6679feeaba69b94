package coop.artel.members;

import coop.artel.law.EntryFacts;
import coop.artel.meetings.Questions;
import coop.artel.members.Payments.Payment;
import coop.artel.values.Money;
import coop.artel.workflow.Run;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is known of an entry in the register: what was decided, what was paid, and when. */
@Component
class EntryMatter {
  private final Dossiers dossiers;
  private final Payments payments;
  private final Questions questions;
  private final Applicants applicants;
  private final Papers papers;

  EntryMatter(
      Dossiers dossiers,
      Payments payments,
      Questions questions,
      Applicants applicants,
      Papers papers) {
    this.dossiers = dossiers;
    this.payments = payments;
    this.questions = questions;
    this.applicants = applicants;
    this.papers = papers;
  }

  EntryFacts of(Run run) {
    var dossier = dossiers.of(run);
    var facts = of(dossier);
    return applicants.isMember(dossier, facts.memberOn()) ? facts.ofMember() : facts;
  }

  /**
   * The day for which the law was asked. A case that was asked before the day was kept has it from
   * the same decision and payments.
   */
  LocalDate memberOn(Run run) {
    return MemberVariables.MEMBER_ON.find(run).orElseGet(() -> of(dossiers.of(run)).memberOn());
  }

  /**
   * Whether the accountant has still something to say: a payment that is due and not confirmed, or
   * one without a day.
   */
  boolean lacksPayment(Run run) {
    var dossier = dossiers.of(run);
    var day = questions.resolution(dossier.questionPut()).decidedOn();
    var paid = payments.of(dossier.id());
    return lacks(papers.entranceFee(dossier.cooperative(), day), paid.entranceFee())
        || lacks(papers.share(dossier.cooperative(), day), paid.share());
  }

  private static boolean lacks(Optional<Money> due, Optional<Payment> paid) {
    return paid.isEmpty()
        ? due.filter(it -> it.amount().signum() > 0).isPresent()
        : paid.get().paidOn() == null;
  }

  /** The same without a look at the register. */
  EntryFacts of(Dossier dossier) {
    var resolution = questions.resolution(dossier.questionPut());
    var paid = payments.of(dossier.id());
    return new EntryFacts(
        resolution.adopted(),
        resolution.decidedOn(),
        paid.entranceFee().map(Payment::sum).orElse(null),
        paid.entranceFee().map(Payment::paidOn).orElse(null),
        paid.share().map(Payment::sum).orElse(null),
        paid.share().map(Payment::paidOn).orElse(null),
        dossier.lastDayToPay(),
        false);
  }
}

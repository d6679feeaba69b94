package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.meetings.Questions;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the notice of the council's decision and sets the charter's terms that follow from it. */
@Component
class DrawUpNotice implements Step {
  private final Dossiers dossiers;
  private final Papers papers;
  private final Questions questions;
  private final Law law;
  private final OwnTerms own;

  DrawUpNotice(Dossiers dossiers, Papers papers, Questions questions, Law law, OwnTerms own) {
    this.dossiers = dossiers;
    this.papers = papers;
    this.questions = questions;
    this.law = law;
    this.own = own;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var resolution = questions.resolution(dossier.questionPut());
    var cooperative = run.cooperative();
    var decidedOn = resolution.decidedOn();
    var noticeBy = law.term("admission.notice-days", decidedOn, cooperative);
    Law.@Nullable Term payBy = null;
    if (resolution.adopted()) {
      payBy = law.term("admission.payment-working-days", decidedOn, cooperative);
      setPayment(run, dossier, payBy.lastDay());
    }
    MemberVariables.NOTICE_BY.set(run, noticeBy.lastDay());
    dossiers.noticeBy(dossier.id(), noticeBy.lastDay());
    dossiers.status(dossier.id(), Status.DECIDED);
    run.wrote(papers.notice(dossier, resolution, noticeBy, payBy).digest());
  }

  private void setPayment(Run run, Dossier dossier, LocalDate payBy) {
    MemberVariables.PAY_BY.set(run, payBy);
    MemberVariables.PAYMENT_OVERDUE_AT.set(run, own.endOf(payBy, run.cooperative()));
    MemberVariables.NONPAYMENT_BY.set(run, own.workAfter(payBy, run.cooperative()));
    dossiers.payBy(dossier.id(), payBy);
  }
}

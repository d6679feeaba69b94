package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.meetings.Questions;
import coop.artel.registry.Cooperatives;
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
  private final Cooperatives cooperatives;
  private final Law law;

  DrawUpNotice(
      Dossiers dossiers, Papers papers, Questions questions, Cooperatives cooperatives, Law law) {
    this.dossiers = dossiers;
    this.papers = papers;
    this.questions = questions;
    this.cooperatives = cooperatives;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var resolution = questions.resolution(dossier.questionPut());
    var cooperative = run.cooperative();
    var decidedOn = resolution.decidedOn();
    var noticeBy = law.term("admission.notice-days", decidedOn, cooperative).lastDay();
    @Nullable LocalDate payBy = null;
    if (resolution.adopted()) {
      payBy = law.term("admission.payment-working-days", decidedOn, cooperative).lastDay();
      setPayment(run, dossier, payBy);
    }
    MemberVariables.NOTICE_BY.set(run, noticeBy);
    dossiers.noticeBy(dossier.id(), noticeBy);
    dossiers.status(dossier.id(), Status.DECIDED);
    run.wrote(papers.notice(dossier, resolution, noticeBy, payBy).digest());
  }

  private void setPayment(Run run, Dossier dossier, LocalDate payBy) {
    var zone = cooperatives.find(run.cooperative()).zone();
    MemberVariables.PAY_BY.set(run, payBy);
    MemberVariables.PAYMENT_OVERDUE_AT.set(run, payBy.plusDays(1).atStartOfDay(zone).toInstant());
    dossiers.payBy(dossier.id(), payBy);
  }
}

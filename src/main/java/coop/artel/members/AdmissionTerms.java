package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.law.NormUndecided;
import coop.artel.meetings.Questions;
import coop.artel.workflow.CaseTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The terms of an admission: to decide, to tell the applicant, to be paid. */
@Component
class AdmissionTerms implements CaseTerms {
  private static final String DECISION = "admission.decision-days";
  private static final String NOTICE = "admission.notice-days";
  private static final String PAYMENT = "admission.payment-working-days";

  private final Dossiers dossiers;
  private final Questions questions;
  private final Law law;
  private final JdbcClient sql;

  AdmissionTerms(Dossiers dossiers, Questions questions, Law law, JdbcClient sql) {
    this.dossiers = dossiers;
    this.questions = questions;
    this.law = law;
    this.sql = sql;
  }

  @Override
  public List<Term> of(String caseId) {
    return dossiers.ofCase(caseId).map(this::terms).orElse(List.of());
  }

  private List<Term> terms(Dossier dossier) {
    var terms = new ArrayList<Term>();
    var decidedOn = decidedOn(dossier);
    if (dossier.decideBy() != null) {
      terms.add(
          new Term(
              DECISION,
              dossier.receivedOn(),
              dossier.decideBy(),
              dossier.decideByPreliminary(),
              article(DECISION, dossier, dossier.receivedOn()),
              decidedOn));
    }
    if (decidedOn != null && dossier.noticeBy() != null) {
      terms.add(afterDecision(NOTICE, dossier, decidedOn, dossier.noticeBy(), sentOn(dossier)));
    }
    if (decidedOn != null && dossier.payBy() != null) {
      terms.add(afterDecision(PAYMENT, dossier, decidedOn, dossier.payBy(), paidOn(dossier)));
    }
    return terms;
  }

  /** The stored day stands; whether its year's calendar is established may have changed since. */
  private Term afterDecision(
      String norm, Dossier dossier, LocalDate from, LocalDate lastDay, @Nullable LocalDate keptOn) {
    try {
      var asked = law.term(norm, from, dossier.cooperative());
      return new Term(
          norm,
          from,
          lastDay,
          asked.preliminary(),
          asked.article(),
          keptOn,
          measure(norm, dossier, from));
    } catch (NormUndecided noFigureAnyMore) {
      return new Term(norm, from, lastDay, true, "", keptOn);
    }
  }

  private @Nullable String measure(String norm, Dossier dossier, LocalDate day) {
    return law.figure(norm, dossier.cooperative(), day)
        .filter(figure -> figure.unit().equals("working-days"))
        .map(figure -> figure.value() + " " + figure.unit())
        .orElse(null);
  }

  private String article(String norm, Dossier dossier, LocalDate day) {
    return law.figure(norm, dossier.cooperative(), day).map(Law.Figure::article).orElse("");
  }

  private @Nullable LocalDate decidedOn(Dossier dossier) {
    return dossier.noticeBy() == null
        ? null
        : questions.resolution(dossier.questionPut()).decidedOn();
  }

  private @Nullable LocalDate sentOn(Dossier dossier) {
    return day("select max(sent_on) from members.notices where application = ?", dossier);
  }

  /** A payment that is not yet enough keeps no term. */
  private @Nullable LocalDate paidOn(Dossier dossier) {
    return dossier.status() == Status.ADMITTED
        ? day("select max(paid_on) from members.payments where application = ?", dossier)
        : null;
  }

  private @Nullable LocalDate day(String query, Dossier dossier) {
    return sql.sql(query)
        .param(dossier.id())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }
}

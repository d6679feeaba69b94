package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.meetings.MeetingVariables;
import coop.artel.people.Consents;
import coop.artel.people.Consents.Consent;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Takes the application and the consent to the files, and sets the term in which to decide. */
@Component
class ReceiveApplication implements Step {
  static final String PURPOSE = "membership";

  /** When the council is reminded: a courtesy, no law asks for it. */
  private static final int DAYS_BEFORE = 7;

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Dossiers dossiers;
  private final Consents consents;
  private final Papers papers;
  private final FormSentences sentences;
  private final Cooperatives cooperatives;
  private final Law law;

  ReceiveApplication(
      Dossiers dossiers,
      Consents consents,
      Papers papers,
      FormSentences sentences,
      Cooperatives cooperatives,
      Law law) {
    this.dossiers = dossiers;
    this.consents = consents;
    this.papers = papers;
    this.sentences = sentences;
    this.cooperatives = cooperatives;
    this.law = law;
  }

  @Override
  public void run(Run run) {
    var dossier = dossiers.of(run);
    var term = law.term("admission.decision-days", dossier.receivedOn(), run.cooperative());
    var paper = dossiers.onPaper(dossier.id());
    var consent = paper.map(it -> onPaper(run, dossier, it)).orElseGet(() -> given(run, dossier));
    dossiers.received(dossier.id(), run.caseId(), consent.id(), term.lastDay(), term.preliminary());
    var received = dossiers.of(run);
    if (paper.isPresent()) {
      run.wrote(paper.get().scanDigest());
      run.wrote(paper.get().consentDigest());
    } else {
      run.wrote(papers.consent(received).digest());
    }
    var application = papers.application(received);
    dossiers.paper(dossier.id(), application.id());
    run.wrote(application.digest());
    setTerm(run, dossier.receivedOn(), term.lastDay());
  }

  private Consent given(Run run, Dossier dossier) {
    return consents.give(
        run.caseId(),
        dossier.person(),
        run.cooperative(),
        PURPOSE,
        dossier.receivedOn(),
        true,
        papers.consentText(dossier),
        dossiers.consentShown(dossier.id()).orElse(null));
  }

  /** What was signed stands on the paper; here it is said which paper that was. */
  private Consent onPaper(Run run, Dossier dossier, OnPaper paper) {
    return consents.give(
        run.caseId(),
        dossier.person(),
        run.cooperative(),
        PURPOSE,
        paper.consentOn(),
        true,
        sentences.consentOnPaper(cooperatives.find(run.cooperative()).country(), paper));
  }

  private void setTerm(Run run, LocalDate receivedOn, LocalDate decideBy) {
    ZoneId zone = cooperatives.find(run.cooperative()).zone();
    var reminder = decideBy.minusDays(DAYS_BEFORE).atTime(MORNING).atZone(zone).toInstant();
    MemberVariables.RECEIVED_ON.set(run, receivedOn);
    MeetingVariables.DECIDE_BY.set(run, decideBy);
    MemberVariables.REMIND_AT.set(run, reminder);
    MemberVariables.OVERDUE_AT.set(run, decideBy.plusDays(1).atStartOfDay(zone).toInstant());
  }
}

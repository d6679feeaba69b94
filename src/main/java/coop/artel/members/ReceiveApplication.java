package coop.artel.members;

import coop.artel.law.Law;
import coop.artel.meetings.MeetingVariables;
import coop.artel.people.Consents;
import coop.artel.people.Consents.Consent;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Takes the application and the consent to the files, and sets the term in which to decide. */
@Component
class ReceiveApplication implements Step {
  static final String PURPOSE = "membership";

  private final Dossiers dossiers;
  private final Consents consents;
  private final Papers papers;
  private final FormSentences sentences;
  private final Cooperatives cooperatives;
  private final Law law;
  private final OwnTerms own;

  ReceiveApplication(
      Dossiers dossiers,
      Consents consents,
      Papers papers,
      FormSentences sentences,
      Cooperatives cooperatives,
      Law law,
      OwnTerms own) {
    this.dossiers = dossiers;
    this.consents = consents;
    this.papers = papers;
    this.sentences = sentences;
    this.cooperatives = cooperatives;
    this.law = law;
    this.own = own;
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
    var cooperative = run.cooperative();
    var overdueAt = own.endOf(decideBy, cooperative);
    MemberVariables.RECEIVED_ON.set(run, receivedOn);
    MemberVariables.RETURNED.set(run, false);
    MeetingVariables.DECIDE_BY.set(run, decideBy);
    MemberVariables.REMIND_AT.set(run, own.reminderOf(decideBy, cooperative));
    MemberVariables.OVERDUE_AT.set(run, overdueAt);
    MemberVariables.COMPLETION_OVERDUE_AT.set(run, overdueAt);
    MemberVariables.TAKE_UP_BY.set(run, own.workAfter(decideBy, cooperative));
  }
}

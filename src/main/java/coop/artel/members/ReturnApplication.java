package coop.artel.members;

import coop.artel.meetings.MeetingVariables;
import coop.artel.registry.Cooperatives;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The law refused; the secretary asks for a correction or returns the application for good. */
@Component
class ReturnApplication implements FormHandler {
  private final Dossiers dossiers;
  private final Returns returns;
  private final Papers papers;
  private final Cooperatives cooperatives;
  private final FormSentences sentences;

  ReturnApplication(
      Dossiers dossiers,
      Returns returns,
      Papers papers,
      Cooperatives cooperatives,
      FormSentences sentences) {
    this.dossiers = dossiers;
    this.returns = returns;
    this.papers = papers;
    this.cooperatives = cooperatives;
    this.sentences = sentences;
  }

  @Override
  public String form() {
    return "return-application";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var decision = papers.decision(MeetingVariables.DECISION.in(run));
    var shown = new HashMap<String, Object>();
    String reasons = sentences.reasons(decision);
    if (!reasons.isEmpty()) {
      shown.put("reasons", reasons);
    }
    // Whoever met another person than the document's has said already why it goes back.
    returns
        .newest(dossiers.of(run).id())
        .map(Returns.Return::note)
        .ifPresent(note -> shown.put("note", note));
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    boolean correction = submission.text("decision").equals("correct");
    var zone = cooperatives.find(submission.cooperative()).zone();
    returns.keep(dossier, submission, correction, zone);
    if (correction) {
      dossiers.status(dossier.id(), Status.TO_BE_CORRECTED);
    }
    return List.of(MemberVariables.CORRECTION.with(correction));
  }
}

package coop.artel.members;

import coop.artel.people.Consents;
import coop.artel.people.People;
import coop.artel.workflow.FormHandler;
import coop.artel.workflow.Run;
import coop.artel.workflow.Submission;
import coop.artel.workflow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The secretary says on what ground data are kept although the consent was withdrawn, or proposes
 * to destroy them.
 */
@Component
class AccountForData implements FormHandler {
  private final Dossiers dossiers;
  private final Consents consents;
  private final People people;
  private final WithdrawnConsents withdrawn;
  private final Fates fates;
  private final Erasures erasures;
  private final FormSentences sentences;
  private final OwnTerms own;

  AccountForData(
      Dossiers dossiers,
      Consents consents,
      People people,
      WithdrawnConsents withdrawn,
      Fates fates,
      Erasures erasures,
      FormSentences sentences,
      OwnTerms own) {
    this.dossiers = dossiers;
    this.consents = consents;
    this.people = people;
    this.withdrawn = withdrawn;
    this.fates = fates;
    this.erasures = erasures;
    this.sentences = sentences;
    this.own = own;
  }

  @Override
  public String form() {
    return "account-for-data";
  }

  @Override
  public Map<String, Object> prefill(Run run) {
    var dossier = dossiers.of(run);
    var shown = new HashMap<String, Object>();
    shown.put("subjectName", people.nameOf(dossier.person()).orElse("—"));
    consents
        .find(dossier.consentGiven())
        .map(Consents.Consent::withdrawnOn)
        .ifPresent(
            day -> {
              shown.put("withdrawnOn", day);
              if (withdrawn.term(day, dossier.cooperative()).preliminary()) {
                shown.put("standing", sentences.say("law.preliminary"));
              }
            });
    shown.put("destroyBy", MemberVariables.DESTROY_BY.in(run));
    fates.returned(run.caseId()).ifPresent(note -> shown.put("returned", note));
    return shown;
  }

  @Override
  public List<Variable.Assignment> handle(Submission submission) {
    var dossier = dossiers.of(submission.run());
    // Cases that were begun when data could only be kept do not ask.
    boolean destroy = "destroy".equals(submission.values().get("fate"));
    if (destroy) {
      erasures.demandPossible(
          dossier.person(), dossier.cooperative(), submission.caseId(), submission.by());
    }
    fates.propose(dossier, submission, destroy, own.today(dossier.cooperative()));
    return List.of(MemberVariables.PROPOSED.with(destroy));
  }
}

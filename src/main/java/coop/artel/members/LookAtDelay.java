package coop.artel.members;

import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/**
 * The term of the decision is over. While the applicant's additions are waited for the chair is
 * asked about them and not about the delay too.
 */
@Component
class LookAtDelay implements Step {
  private final Dossiers dossiers;

  LookAtDelay(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @Override
  public void run(Run run) {
    MemberVariables.AWAITS_APPLICANT.set(run, dossiers.of(run).status().awaitsApplicant());
  }
}

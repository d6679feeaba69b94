package coop.artel.members;

import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** Destroys the keys of whoever consents no longer, in the transaction of who approved it. */
@Component
class DestroyData implements Step {
  private final Dossiers dossiers;
  private final Erasures erasures;

  DestroyData(Dossiers dossiers, Erasures erasures) {
    this.dossiers = dossiers;
    this.erasures = erasures;
  }

  @Override
  public void run(Run run) {
    erasures.erase(dossiers.of(run).person());
  }
}

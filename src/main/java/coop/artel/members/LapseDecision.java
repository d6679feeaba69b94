package coop.artel.members;

import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/** The decision to admit holds no longer, since what it depends on did not happen in time. */
@Component
class LapseDecision implements Step {
  private final Dossiers dossiers;
  private final Cooperatives cooperatives;
  private final LegalClock clock;

  LapseDecision(Dossiers dossiers, Cooperatives cooperatives, LegalClock clock) {
    this.dossiers = dossiers;
    this.cooperatives = cooperatives;
    this.clock = clock;
  }

  @Override
  public void run(Run run) {
    var today = clock.today(cooperatives.find(run.cooperative()).zone());
    dossiers.lapsed(dossiers.of(run).id(), today);
  }
}

package coop.artel.members;

import coop.artel.registry.Cooperatives;
import coop.artel.values.LegalClock;
import coop.artel.workflow.Run;
import coop.artel.workflow.Step;
import org.springframework.stereotype.Component;

/**
 * The decision to admit holds no longer, since what it depends on did not happen in time. It ends
 * with the term of payment, however late somebody says so; a person may find earlier that nothing
 * can come of it, and then it ends on that day.
 */
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
    var dossier = dossiers.of(run);
    var today = clock.today(cooperatives.find(run.cooperative()).zone());
    var afterTerm = dossier.lastDayToPay().plusDays(1);
    dossiers.lapsed(dossier.id(), afterTerm.isAfter(today) ? today : afterTerm);
  }
}

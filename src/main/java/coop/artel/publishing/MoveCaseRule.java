package coop.artel.publishing;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedRule;
import coop.artel.access.PlatformRole;
import coop.artel.law.DemonstrationLawyers;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.workflow.Cases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A lawyer proposes to move a running case, and the chair of its cooperative approves. */
@Component
class MoveCaseRule implements DeedRule {
  private final Cases cases;
  private final Cooperatives cooperatives;
  private final DemonstrationLawyers demonstration;
  private final ObjectProvider<Moves> moves;

  MoveCaseRule(
      Cases cases,
      Cooperatives cooperatives,
      DemonstrationLawyers demonstration,
      ObjectProvider<Moves> moves) {
    this.cases = cases;
    this.cooperatives = cooperatives;
    this.demonstration = demonstration;
    this.moves = moves;
  }

  @Override
  public String kind() {
    return Moves.DEED;
  }

  @Override
  public String series(String subject) {
    return subject;
  }

  /** An invented lawyer moves cases of invented cooperatives alone. */
  @Override
  public boolean mayPropose(Caller caller, String subject) {
    return caller.roles().contains(PlatformRole.LAWYER)
        && cases
            .running(subject)
            .filter(it -> it.cooperative().country().isEmpty())
            .map(it -> cooperatives.find(it.cooperative()).demonstration())
            .filter(demo -> demo || !demonstration.include(caller.person()))
            .isPresent();
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    return cases
        .running(deed.subject())
        .filter(it -> caller.holds(it.cooperative(), Office.CHAIR))
        .isPresent();
  }

  /** The case still runs, and moving means what it meant when it was proposed. */
  @Override
  public void demand(Deed deed) {
    moves.getObject().demand(deed);
  }
}

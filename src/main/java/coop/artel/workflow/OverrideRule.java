package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedRule;
import coop.artel.workflow.OverrideRows.Place;
import java.util.Collections;
import org.springframework.stereotype.Component;

/**
 * Whoever may do a task proposes to complete it against the law; the chair or a member of the
 * council lets it be done, unless the case is about them.
 */
@Component
class OverrideRule implements DeedRule {
  private final OverrideRows rows;

  OverrideRule(OverrideRows rows) {
    this.rows = rows;
  }

  @Override
  public String kind() {
    return Overrides.DEED;
  }

  @Override
  public String series(String subject) {
    return rows.place(subject).orElseThrow().caseId();
  }

  @Override
  public boolean mayPropose(Caller caller, String subject) {
    return rows.place(subject).filter(place -> mayDo(caller, place)).isPresent();
  }

  private static boolean mayDo(Caller caller, Place place) {
    return place.groups().isEmpty()
        ? caller.person().equals(place.holder())
        : !Collections.disjoint(caller.groups(), place.groups());
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    return rows.place(deed.subject()).filter(place -> mayDecide(caller, place)).isPresent();
  }

  private static boolean mayDecide(Caller caller, Place place) {
    return (caller.groups().contains(place.cooperative() + ":chair")
            || caller.groups().contains(place.cooperative() + ":council"))
        && !caller.speaksFor(place.subject());
  }

  /** The task still waits, with who proposed it, and nothing of what was proposed is gone. */
  @Override
  public void demand(Deed deed) {
    var row = rows.ofDeed(deed.id()).orElseThrow(OverrideRefused::taskGone);
    if (row.content() == null || !rows.stillHeld(row)) {
      throw OverrideRefused.taskGone();
    }
  }
}

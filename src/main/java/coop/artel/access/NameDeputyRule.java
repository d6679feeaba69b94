package coop.artel.access;

import coop.artel.access.Substitution.Change;
import coop.artel.registry.Deputies;
import coop.artel.registry.Office;
import org.springframework.stereotype.Component;

/**
 * The officer, the chair or the secretary proposes, and one of the two or of the council approves;
 * never the one who is to do the work, nor the officer who goes.
 */
@Component
class NameDeputyRule implements DeedRule {
  private final SubstitutionRows rows;
  private final Deputies deputies;

  NameDeputyRule(SubstitutionRows rows, Deputies deputies) {
    this.rows = rows;
    this.deputies = deputies;
  }

  @Override
  public String kind() {
    return Substitutions.DEED;
  }

  @Override
  public String series(String subject) {
    return Appointments.series(Change.of(subject).cooperative());
  }

  @Override
  public boolean mayPropose(Caller caller, String subject) {
    var change = Change.of(subject);
    return mayPropose(caller, change) && !caller.speaksFor(change.deputy());
  }

  /** The officer for the own office, but nobody for an office in which they stand in themselves. */
  static boolean mayPropose(Caller caller, Change change) {
    return caller.person().equals(change.principal())
        ? caller.own().holds(change.cooperative(), change.office())
        : ChangeOfficeRule.leads(caller, change.cooperative())
            && !caller.speaksFor(change.principal());
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    var change = Change.of(deed.subject());
    return (ChangeOfficeRule.leads(caller, change.cooperative())
            || caller.holds(change.cooperative(), Office.COUNCIL))
        && !caller.speaksFor(change.principal())
        && !caller.speaksFor(change.deputy());
  }

  @Override
  public void demand(Deed deed) {
    deputies.demandPossible(rows.ofDeed(deed.id()).orElseThrow(DeedRefused::unknown).deputyship());
  }
}

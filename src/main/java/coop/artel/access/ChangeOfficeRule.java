package coop.artel.access;

import coop.artel.access.Appointment.Change;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.CooperativeId;
import org.springframework.stereotype.Component;

/**
 * The chair or the secretary proposes, and one of these or of the council approves; neither may be
 * the one who is given the office, and who is relieved of it does not approve that.
 */
@Component
class ChangeOfficeRule implements DeedRule {
  private final AppointmentRows rows;
  private final Offices offices;
  private final CouncilSeats seats;

  ChangeOfficeRule(AppointmentRows rows, Offices offices, CouncilSeats seats) {
    this.rows = rows;
    this.offices = offices;
    this.seats = seats;
  }

  @Override
  public String kind() {
    return Appointments.DEED;
  }

  @Override
  public String series(String subject) {
    return Appointments.series(Change.of(subject).cooperative());
  }

  @Override
  public boolean mayPropose(Caller caller, String subject) {
    var change = Change.of(subject);
    boolean own = caller.speaksFor(change.person());
    return leads(caller, change.cooperative()) && !(own && change.entrusts());
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    var change = Change.of(deed.subject());
    return (leads(caller, change.cooperative())
            || caller.holds(change.cooperative(), Office.COUNCIL))
        && !caller.speaksFor(change.person());
  }

  @Override
  public void demand(Deed deed) {
    var asked = rows.ofDeed(deed.id()).orElseThrow(DeedRefused::unknown);
    Appointments.demand(offices, asked.change(), asked.day());
    seats.demandSeat(asked.change(), asked.day());
  }

  static boolean leads(Caller caller, CooperativeId cooperative) {
    return caller.holds(cooperative, Office.CHAIR) || caller.holds(cooperative, Office.SECRETARY);
  }
}

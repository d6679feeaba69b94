package coop.artel.workflow;

import coop.artel.access.Caller;
import java.time.LocalDate;

/** Moving the legal clock: only where the service itself started its database, and only forward. */
public interface ClockControl {
  /** Whether this installation lets its clock be moved. */
  boolean movable();

  /** To the morning (08:00) of that day in the installation's zone. */
  void moveTo(Caller caller, LocalDate day);
}

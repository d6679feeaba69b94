package coop.artel.desk.frame;

import coop.artel.access.Caller;
import coop.artel.access.PlatformRole;
import coop.artel.values.Refusal;

/** This is for the one who runs the installation. */
public class OperatorOnly extends Refusal {
  private OperatorOnly() {
    super(Kind.FORBIDDEN, "operator-only", "Only an operator of the installation may do this");
  }

  public static void check(Caller caller) {
    if (!caller.roles().contains(PlatformRole.OPERATOR)) {
      throw new OperatorOnly();
    }
  }
}

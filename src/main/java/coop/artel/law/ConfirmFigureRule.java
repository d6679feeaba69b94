package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deed;
import coop.artel.access.DeedRule;
import coop.artel.access.PlatformRole;
import coop.artel.law.CharterConfirmations.CharterFigure;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import org.springframework.stereotype.Component;

/** A lawyer and a second person, a lawyer too or the cooperative's chair, confirm a figure. */
@Component
class ConfirmFigureRule implements DeedRule {
  private final Cooperatives cooperatives;
  private final Callers callers;

  ConfirmFigureRule(Cooperatives cooperatives, Callers callers) {
    this.cooperatives = cooperatives;
    this.callers = callers;
  }

  @Override
  public String kind() {
    return CharterConfirmations.DEED;
  }

  @Override
  public String series(String subject) {
    return CharterConfirmations.series(CharterFigure.of(subject).cooperative());
  }

  @Override
  public boolean mayPropose(Caller caller, String subject) {
    return isLawyer(caller) || caller.holds(CharterFigure.of(subject).cooperative(), Office.CHAIR);
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    return isLawyer(caller)
        || (caller.holds(CharterFigure.of(deed.subject()).cooperative(), Office.CHAIR)
            && isLawyer(callers.of(deed.proposedBy())));
  }

  @Override
  public void demand(Deed deed) {
    var id = CharterFigure.of(deed.subject());
    var figure = id.in(cooperatives);
    if (figure.confirmed()) {
      throw VerificationRefused.confirmed();
    }
    if (!id.digest(figure).equals(deed.digest())) {
      throw VerificationRefused.changed();
    }
  }

  static boolean isLawyer(Caller caller) {
    return caller.roles().contains(PlatformRole.LAWYER);
  }
}

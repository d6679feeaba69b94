package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedRule;
import coop.artel.access.PlatformRole;
import org.springframework.stereotype.Component;

/** Two lawyers verify a figure of the country's files. */
@Component
class VerifyFigureRule implements DeedRule {
  private final VerificationStore store;

  VerifyFigureRule(VerificationStore store) {
    this.store = store;
  }

  @Override
  public String kind() {
    return Verifications.DEED;
  }

  @Override
  public String series(String subject) {
    return Verifications.series(Verifications.FigureId.of(subject).country());
  }

  @Override
  public boolean mayPropose(Caller caller, String subject) {
    return caller.roles().contains(PlatformRole.LAWYER);
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    return caller.roles().contains(PlatformRole.LAWYER);
  }

  @Override
  public void demand(Deed deed) {
    var figure = Verifications.FigureId.of(deed.subject());
    if (!store.digest(figure.country(), figure.subject()).equals(deed.digest())) {
      throw VerificationRefused.changed();
    }
  }
}

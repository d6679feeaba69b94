package coop.artel.law;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.access.Deed;
import coop.artel.access.DeedRule;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import org.springframework.stereotype.Component;

/** A lawyer and a second person, a lawyer too or the chair, adopt an edition of a charter. */
@Component
class AdoptCharterRule implements DeedRule {
  private final CharterDrafts drafts;
  private final Cooperatives cooperatives;
  private final Callers callers;

  AdoptCharterRule(CharterDrafts drafts, Cooperatives cooperatives, Callers callers) {
    this.drafts = drafts;
    this.cooperatives = cooperatives;
    this.callers = callers;
  }

  @Override
  public String kind() {
    return CharterEditions.DEED;
  }

  @Override
  public String series(String subject) {
    return CharterConfirmations.series(CharterEditions.cooperative(subject));
  }

  @Override
  public boolean mayPropose(Caller caller, String subject) {
    return ConfirmFigureRule.isLawyer(caller)
        || caller.holds(CharterEditions.cooperative(subject), Office.CHAIR);
  }

  @Override
  public boolean mayDecide(Caller caller, Deed deed) {
    return ConfirmFigureRule.isLawyer(caller)
        || (caller.holds(CharterEditions.cooperative(deed.subject()), Office.CHAIR)
            && ConfirmFigureRule.isLawyer(callers.of(deed.proposedBy())));
  }

  @Override
  public void demand(Deed deed) {
    var draft = drafts.ofDeed(deed.id()).orElseThrow(VerificationRefused::changed);
    CharterEditions.demandNew(cooperatives, draft);
    if (!draft.digest().equals(deed.digest())) {
      throw VerificationRefused.changed();
    }
  }
}

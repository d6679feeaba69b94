package coop.artel.law;

import java.util.List;

/** The facts about organs and who is in them by name. */
final class OrganTables {
  static final List<FactTable<?>> TABLES =
      List.of(
          new FactTable<>("organ-seat", OrganSeatFacts.class)
              .with("memberOfCooperative", OrganSeatFacts::memberOfCooperative)
              .with("naturalPerson", OrganSeatFacts::naturalPerson)
              .with("onSupervisoryBoard", OrganSeatFacts::onSupervisoryBoard)
              .with("onBoard", OrganSeatFacts::onBoard)
              .with("inChair", OrganSeatFacts::inChair)
              .with("procurator", OrganSeatFacts::procurator)
              .with("dischargePending", OrganSeatFacts::dischargePending)
              .with("inSimilarCooperative", OrganSeatFacts::inSimilarCooperative)
              .with("onAuditCommission", OrganSeatFacts::onAuditCommission)
              .follows("otherSeat", facts -> !facts.leads(), "onBoard", "inChair")
              .follows(
                  "auditsAndSits",
                  facts ->
                      facts.onAuditCommission() && (facts.leads() || facts.onSupervisoryBoard()),
                  "onAuditCommission",
                  "onBoard",
                  "inChair",
                  "onSupervisoryBoard")
              .follows(
                  "onBothBoards",
                  facts -> facts.onSupervisoryBoard() && facts.onBoard(),
                  "onSupervisoryBoard",
                  "onBoard")
              .follows(
                  "supervisesAndChairs",
                  facts -> facts.onSupervisoryBoard() && facts.inChair(),
                  "onSupervisoryBoard",
                  "inChair")
              .follows(
                  "supervisesAsProcurator",
                  facts -> facts.onSupervisoryBoard() && facts.procurator(),
                  "onSupervisoryBoard",
                  "procurator")
              .follows(
                  "supervisesUndischarged",
                  facts -> facts.onSupervisoryBoard() && facts.dischargePending(),
                  "onSupervisoryBoard",
                  "dischargePending"),
          new FactTable<>("election", ElectionFacts.class)
              .with("elected", ElectionFacts::elected)
              .words("elected", ElectionFacts.ORGANS)
              .with("body", ElectionFacts::body)
              .words("body", ElectionFacts.BODIES)
              .with("candidateNamed", ElectionFacts::candidateNamed)
              .follows("organ", facts -> Bodies.organ(facts.body()), "body")
              .follows("delegatesElect", facts -> Bodies.isOfDelegates(facts.body()), "body")
              .follows("organKnown", ElectionFacts::known, "elected"),
          new FactTable<>("organs", OrgansFacts.class)
              .with("cooperativeMembers", OrgansFacts::cooperativeMembers)
              .with("council", OrgansFacts::council)
              .with("board", OrgansFacts::board)
              .with("supervisoryBoard", OrgansFacts::supervisoryBoard)
              .with("auditors", OrgansFacts::auditors)
              .with("collegialMembers", OrgansFacts::collegialMembers)
              .with("collegialEmployees", OrgansFacts::collegialEmployees)
              .follows("audited", facts -> facts.auditors() > 0, "auditors")
              .follows(
                  "noSupervisoryBoard", facts -> !facts.supervisoryBoard(), "supervisoryBoard"));

  private OrganTables() {}
}

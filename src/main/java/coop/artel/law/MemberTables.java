package coop.artel.law;

import java.util.List;

/** The facts about founders, members and shares by name. */
final class MemberTables {
  static final List<FactTable<?>> TABLES =
      List.of(
          new FactTable<>("entity-application", EntityApplicationFacts.class)
              .with("addressedTo", EntityApplicationFacts::addressedTo)
              .with("inWriting", EntityApplicationFacts::inWriting)
              .with("entityNameGiven", EntityApplicationFacts::entityNameGiven)
              .with("locationGiven", EntityApplicationFacts::locationGiven)
              .with("registrationNumberGiven", EntityApplicationFacts::registrationNumberGiven)
              .with("taxNumberGiven", EntityApplicationFacts::taxNumberGiven)
              .with("bankGiven", EntityApplicationFacts::bankGiven),
          new FactTable<>("founding", FoundingFacts.class)
              .with("citizens", FoundingFacts::citizens)
              .with("entities", FoundingFacts::entities)
              .with("societies", FoundingFacts::societies)
              .with("companyRules", FoundingFacts::companyRules)
              .with("states", FoundingFacts::states)
              .follows("anyCitizens", facts -> facts.citizens() > 0, "citizens")
              .follows(
                  "founders", facts -> facts.citizens() + facts.entities(), "citizens", "entities")
              .follows(
                  "citizensByCompanyRules",
                  facts -> facts.companyRules() && facts.entities() == 0 ? facts.citizens() : 0,
                  "companyRules",
                  "entities",
                  "citizens")
              .follows(
                  "societiesAlone",
                  facts ->
                      facts.citizens() == 0 && facts.societies() == facts.entities()
                          ? facts.societies()
                          : 0,
                  "citizens",
                  "societies",
                  "entities"),
          new FactTable<>("capital", CapitalFacts.class).with("capital", CapitalFacts::capital),
          new FactTable<>("charter-terms", CharterTermsFacts.class)
              .with("exitNoticeMonths", CharterTermsFacts::exitNoticeMonths)
              .with("stayYears", CharterTermsFacts::stayYears)
              .with("refundYears", CharterTermsFacts::refundYears)
              .with("delegateYears", CharterTermsFacts::delegateYears),
          new FactTable<>("silence", SilenceFacts.class)
              .with("receivedOn", SilenceFacts::receivedOn)
              .with("answeredOn", SilenceFacts::answeredOn),
          new FactTable<>("non-working-members", NonWorkingMembersFacts.class)
              .with("working", NonWorkingMembersFacts::working)
              .with("nonWorking", NonWorkingMembersFacts::nonWorking),
          new FactTable<>("admission-approval", AdmissionApprovalFacts.class)
              .with("body", AdmissionApprovalFacts::body)
              .with("supervisoryBoard", AdmissionApprovalFacts::supervisoryBoard)
              .with("approvedByBoard", AdmissionApprovalFacts::approvedByBoard)
              .with("approvedByMeeting", AdmissionApprovalFacts::approvedByMeeting)
              .follows(
                  "approved",
                  facts ->
                      facts.supervisoryBoard()
                          ? facts.approvedByBoard()
                          : facts.approvedByMeeting(),
                  "supervisoryBoard",
                  "approvedByBoard",
                  "approvedByMeeting"),
          new FactTable<>("share-on-registration", ShareOnRegistrationFacts.class)
              .with("shareDue", ShareOnRegistrationFacts::shareDue)
              .with("sharePaidBefore", ShareOnRegistrationFacts::sharePaidBefore),
          new FactTable<>("exit", ExitFacts.class)
              .with("exitToldOn", ExitFacts::exitToldOn)
              .with("leavesOn", ExitFacts::leavesOn)
              .with("exitInWriting", ExitFacts::exitInWriting)
              .with("body", ExitFacts::body)
              .with("atYearEnd", ExitFacts::atYearEnd),
          new FactTable<>("refund", RefundFacts.class)
              .with("entranceFeeAsked", RefundFacts::entranceFeeAsked)
              .with("forPersonalDebt", RefundFacts::forPersonalDebt),
          new FactTable<>("refund-term", RefundTermFacts.class)
              .with("enteredOn", RefundTermFacts::enteredOn)
              .with("leftOn", RefundTermFacts::leftOn)
              .with("excludedOn", RefundTermFacts::excludedOn)
              .with("refundedOn", RefundTermFacts::refundedOn)
              .with("charterDiffers", RefundTermFacts::charterDiffers),
          new FactTable<>("losses", LossesFacts.class)
              .with("balanceApprovedOn", LossesFacts::balanceApprovedOn)
              .with("coveredOn", LossesFacts::coveredOn),
          new FactTable<>("payout", PayoutFacts.class)
              .with("income", PayoutFacts::income)
              .with("payments", PayoutFacts::payments));

  private MemberTables() {}
}

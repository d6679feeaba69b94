package coop.artel.law;

import coop.artel.registry.Cooperative;

/**
 * What a module tells the law about one matter: a record whose components are the facts, null where
 * unknown. Each kind of facts belongs to one question.
 */
public sealed interface Facts
    permits AdmissionFacts,
        SigningFacts,
        CouncilVoteFacts,
        DecisionTermFacts,
        EntryFacts,
        LapseFacts,
        MeetingQuorumFacts,
        RemoteParticipationFacts,
        MeetingVoteFacts,
        CompetenceFacts,
        MeetingNoticeFacts,
        MinutesFacts,
        ContestFacts,
        DelegatesFacts,
        MandateFacts,
        EntityApplicationFacts,
        FoundingFacts,
        NonWorkingMembersFacts,
        AdmissionApprovalFacts,
        ShareOnRegistrationFacts,
        ExitFacts,
        RefundFacts,
        RefundTermFacts,
        LossesFacts,
        PayoutFacts,
        CompanyFacts,
        DirectorFacts,
        SoleTraderFacts,
        ConsentContentFacts,
        BreachNoticeFacts,
        SignatureFacts,
        AgendaItemFacts,
        ProxyFacts,
        CharterTermsFacts,
        CapitalFacts,
        VotingRightFacts,
        OrganSeatFacts,
        ElectionFacts,
        OrgansFacts,
        PersonNumberFacts,
        SilenceFacts {
  /** As the file under {@code rules/<country>} is called: {@code admission}. */
  String question();

  /** The legal form whose law is asked: the cooperative's own, if the matter is not another's. */
  default String legalForm(Cooperative cooperative) {
    return cooperative.legalForm();
  }
}

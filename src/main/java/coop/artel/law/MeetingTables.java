package coop.artel.law;

import java.util.List;
import java.util.Set;

/** The facts about meetings by name. */
final class MeetingTables {
  static final List<FactTable<?>> TABLES =
      List.of(
          new FactTable<>("meeting-quorum", MeetingQuorumFacts.class)
              .with("gathering", MeetingQuorumFacts::gathering)
              .with("absentee", MeetingQuorumFacts::absentee)
              .with("repeat", MeetingQuorumFacts::repeat)
              .with("sameAgenda", MeetingQuorumFacts::sameAgenda)
              .with("entitled", MeetingQuorumFacts::entitled)
              .with("participants", MeetingQuorumFacts::participants)
              .with("charterChange", MeetingQuorumFacts::charterChange)
              .with("charterDiffers", MeetingQuorumFacts::charterDiffers)
              .with("firstCall", facts -> facts.membersMeet() && !facts.repeat())
              .with("secondCall", facts -> facts.membersMeet() && facts.repeat())
              .with(
                  "charterFirstCall",
                  facts -> facts.membersMeet() && !facts.repeat() && facts.charterChange())
              .with("generalMeeting", MeetingQuorumFacts::membersMeet)
              .with("wholeMeeting", facts -> facts.gathering().equals("general"))
              .with("sectionMeeting", facts -> facts.gathering().equals("section"))
              .with(
                  "sectionRepeated",
                  facts ->
                      facts.gathering().equals("section") && facts.repeat() && facts.sameAgenda())
              .with(
                  "sectionFirst",
                  facts ->
                      facts.gathering().equals("section")
                          && !(facts.repeat() && facts.sameAgenda()))
              .with("delegatesMeeting", facts -> facts.gathering().equals("delegates"))
              .with(
                  "absenteeVote", facts -> facts.gathering().equals("general") && facts.absentee()),
          new FactTable<>("remote-participation", RemoteParticipationFacts.class)
              .with("joinedRemotely", RemoteParticipationFacts::joinedRemotely)
              .with("remoteByLaw", RemoteParticipationFacts::remoteByLaw)
              .with("remoteUnanimous", RemoteParticipationFacts::remoteUnanimous)
              .with("remoteByCharter", RemoteParticipationFacts::remoteByCharter)
              .with("identityEstablished", RemoteParticipationFacts::identityEstablished)
              .with("ableToSpeakAndVote", RemoteParticipationFacts::ableToSpeakAndVote),
          new FactTable<>("meeting-vote", MeetingVoteFacts.class)
              .with("matter", MeetingVoteFacts::matter)
              .with("quorum", MeetingVoteFacts::quorum)
              .with("absentee", MeetingVoteFacts::absentee)
              .with("entitled", MeetingVoteFacts::entitled)
              .with("participants", MeetingVoteFacts::participants)
              .with("votesFor", MeetingVoteFacts::votesFor)
              .with("votesOfOne", MeetingVoteFacts::votesOfOne)
              .with("votesCast", MeetingVoteFacts::votesCast)
              .with("pluralVotes", facts -> facts.votesOfOne() > 1)
              .with(
                  "ordinaryOrCharter",
                  facts -> Set.of(Matters.ORDINARY, Matters.CHARTER).contains(facts.matter()))
              .with(
                  "ordinaryCharterOrLiquidation",
                  facts ->
                      Set.of(Matters.ORDINARY, Matters.CHARTER, Matters.LIQUIDATION)
                          .contains(facts.matter()))
              .with(
                  "ordinaryCharterOrStructure",
                  facts ->
                      Set.of(
                              Matters.ORDINARY,
                              Matters.CHARTER,
                              Matters.REORGANISATION,
                              Matters.LIQUIDATION)
                          .contains(facts.matter()))
              .with("matterKnown", facts -> Matters.ALL.contains(facts.matter()))
              .with(
                  "onOrdinary",
                  facts -> facts.matter().equals(Matters.ORDINARY) && !facts.absentee())
              .with(
                  "onAbsentee",
                  facts -> facts.matter().equals(Matters.ORDINARY) && facts.absentee())
              .with("onExclusion", facts -> facts.matter().equals(Matters.EXCLUSION))
              .with("onUnion", facts -> facts.matter().equals(Matters.UNION))
              .with("onRealEstate", facts -> facts.matter().equals(Matters.REAL_ESTATE))
              .with("onCharter", facts -> facts.matter().equals(Matters.CHARTER))
              .with("onReorganisation", facts -> facts.matter().equals(Matters.REORGANISATION))
              .with("onLiquidation", facts -> facts.matter().equals(Matters.LIQUIDATION))
              .with("onTransformation", facts -> facts.matter().equals(Matters.TRANSFORMATION))
              .with("onNamed", facts -> facts.matter().equals(Matters.NAMED_IN_CHARTER)),
          new FactTable<>("competence", CompetenceFacts.class)
              .with("matter", CompetenceFacts::matter)
              .with("body", CompetenceFacts::body)
              .with("onAgenda", CompetenceFacts::onAgenda)
              .with("entitled", CompetenceFacts::entitled)
              .with("participants", CompetenceFacts::participants)
              .with("organ", facts -> facts.meets() ? "general-meeting" : facts.body())
              .with("meetingDecides", facts -> facts.meets())
              .with("onExclusion", facts -> facts.matter().equals(Matters.EXCLUSION))
              .with("onUnion", facts -> facts.matter().equals(Matters.UNION))
              .with("onCharter", facts -> facts.matter().equals(Matters.CHARTER))
              .with(
                  "delegatesOnUnion",
                  facts -> facts.delegatesDecide() && facts.matter().equals(Matters.UNION))
              .with(
                  "delegatesOnTransformation",
                  facts -> facts.delegatesDecide() && facts.matter().equals(Matters.TRANSFORMATION))
              .with(
                  "delegatesOnOther",
                  facts ->
                      facts.delegatesDecide() && !Matters.NOT_OF_DELEGATES.contains(facts.matter()))
              .with(
                  "allTookPart",
                  facts -> facts.entitled() > 0 && facts.participants() >= facts.entitled()),
          new FactTable<>("meeting-notice", MeetingNoticeFacts.class)
              .with("sentOn", MeetingNoticeFacts::sentOn)
              .with("meetingOn", MeetingNoticeFacts::meetingOn)
              .with("noticeInWriting", MeetingNoticeFacts::noticeInWriting)
              .with("exclusion", MeetingNoticeFacts::exclusion)
              .with("exclusionToldOn", MeetingNoticeFacts::exclusionToldOn)
              .with("urgent", MeetingNoticeFacts::urgent)
              .with("notUrgent", facts -> !facts.urgent())
              .with("cooperativeMembers", MeetingNoticeFacts::cooperativeMembers)
              .with("inNewspaper", MeetingNoticeFacts::inNewspaper),
          new FactTable<>("agenda-item", AgendaItemFacts.class)
              .with("announcedOn", AgendaItemFacts::announcedOn)
              .with("meetingOn", AgendaItemFacts::meetingOn)
              .with("onProcedure", AgendaItemFacts::onProcedure)
              .with("entitled", AgendaItemFacts::entitled)
              .with("participants", AgendaItemFacts::participants)
              .with(
                  "mustBeAnnounced",
                  facts ->
                      !facts.onProcedure()
                          && (facts.entitled() == 0 || facts.participants() < facts.entitled())),
          new FactTable<>("proxy", ProxyFacts.class)
              .with("represented", ProxyFacts::represented)
              .with("proxyInWriting", ProxyFacts::proxyInWriting)
              .with("proxyIsMember", ProxyFacts::proxyIsMember)
              .with("proxiesForbidden", ProxyFacts::proxiesForbidden),
          new FactTable<>("voting-right", VotingRightFacts.class)
              .with("enteredOn", VotingRightFacts::enteredOn),
          new FactTable<>("minutes", MinutesFacts.class)
              .with("absentee", MinutesFacts::absentee)
              .with("minutesInWriting", MinutesFacts::minutesInWriting)
              .with("chairSigned", MinutesFacts::chairSigned)
              .with("secretarySigned", MinutesFacts::secretarySigned)
              .with("countersSigned", MinutesFacts::countersSigned)
              .with("timeSaid", MinutesFacts::timeSaid)
              .with("placeSaid", MinutesFacts::placeSaid)
              .with("participantsSaid", MinutesFacts::participantsSaid)
              .with("resultsSaid", MinutesFacts::resultsSaid)
              .with("countersAssigned", MinutesFacts::countersAssigned)
              .with("countersSaid", MinutesFacts::countersSaid)
              .with("dissentersAsked", MinutesFacts::dissentersAsked)
              .with("dissentersSaid", MinutesFacts::dissentersSaid)
              .with("boardMemberSigned", MinutesFacts::boardMemberSigned)
              .with("membersSigned", MinutesFacts::membersSigned)
              .with("contentWhole", MinutesFacts::contentWhole)
              .with("annexesAttached", MinutesFacts::annexesAttached)
              .with("meetingHeld", facts -> !facts.absentee()),
          new FactTable<>("contest", ContestFacts.class)
              .with("learnedOn", ContestFacts::learnedOn)
              .with("knownOn", ContestFacts::knownOn)
              .with("suedOn", ContestFacts::suedOn),
          new FactTable<>("delegates", DelegatesFacts.class)
              .with("entitled", DelegatesFacts::entitled)
              .with("delegatesByCharter", DelegatesFacts::delegatesByCharter)
              .with("severalSettlements", DelegatesFacts::severalSettlements)
              .with("delegatesElected", DelegatesFacts::delegatesElected)
              .with("severalActivities", DelegatesFacts::severalActivities)
              .with("severalUnits", DelegatesFacts::severalUnits)
              .with("nationalLawAllows", DelegatesFacts::nationalLawAllows)
              .with("electionHeld", facts -> facts.delegatesElected() != null)
              .with("severalParts", facts -> facts.severalActivities() || facts.severalUnits()),
          new FactTable<>("mandate", MandateFacts.class)
              .with("delegateNamed", MandateFacts::delegateNamed)
              .with("constituentsNamed", MandateFacts::constituentsNamed)
              .with("mandateTermSaid", MandateFacts::mandateTermSaid)
              .with("onBoard", MandateFacts::onBoard)
              .with("handedOver", MandateFacts::handedOver)
              .with("onSupervisoryBoard", MandateFacts::onSupervisoryBoard)
              .with("capableMember", MandateFacts::capableMember)
              .with("inOrgans", facts -> facts.onBoard() || facts.onSupervisoryBoard()));

  private MeetingTables() {}
}

package coop.artel.law;

import java.util.List;
import java.util.Set;

/** The facts about meetings by name. */
final class MeetingTables {
  static final List<FactTable<?>> TABLES =
      List.of(
          new FactTable<>("meeting-quorum", MeetingQuorumFacts.class)
              .with("gathering", MeetingQuorumFacts::gathering)
              .words("gathering", Set.of("general", "section", "delegates", "collegial"))
              .with("absentee", MeetingQuorumFacts::absentee)
              .with("repeat", MeetingQuorumFacts::repeat)
              .with("sameAgenda", MeetingQuorumFacts::sameAgenda)
              .with("entitled", MeetingQuorumFacts::entitled)
              .with("participants", MeetingQuorumFacts::participants)
              .with("charterChange", MeetingQuorumFacts::charterChange)
              .with("charterDiffers", MeetingQuorumFacts::charterDiffers)
              .follows(
                  "firstCall",
                  facts -> facts.membersMeet() && !facts.repeat(),
                  "gathering",
                  "absentee",
                  "repeat")
              .follows(
                  "secondCall",
                  facts -> facts.membersMeet() && facts.repeat(),
                  "gathering",
                  "absentee",
                  "repeat")
              .follows(
                  "charterFirstCall",
                  facts -> facts.membersMeet() && !facts.repeat() && facts.charterChange(),
                  "gathering",
                  "absentee",
                  "repeat",
                  "charterChange")
              .follows("generalMeeting", MeetingQuorumFacts::membersMeet, "gathering", "absentee")
              .follows("collegialOrgan", MeetingQuorumFacts::organSits, "gathering")
              .follows(
                  "collegialMeeting",
                  facts -> facts.organSits() && !facts.absentee(),
                  "gathering",
                  "absentee")
              .follows("wholeMeeting", facts -> facts.gathering().equals("general"), "gathering")
              .follows("sectionMeeting", facts -> facts.gathering().equals("section"), "gathering")
              .follows(
                  "sectionRepeated",
                  facts ->
                      facts.gathering().equals("section") && facts.repeat() && facts.sameAgenda(),
                  "gathering",
                  "repeat",
                  "sameAgenda")
              .follows(
                  "sectionFirst",
                  facts ->
                      facts.gathering().equals("section")
                          && !(facts.repeat() && facts.sameAgenda()),
                  "gathering",
                  "repeat",
                  "sameAgenda")
              .follows(
                  "delegatesMeeting", facts -> facts.gathering().equals("delegates"), "gathering")
              .follows(
                  "absenteeVote",
                  facts -> facts.gathering().equals("general") && facts.absentee(),
                  "gathering",
                  "absentee"),
          new FactTable<>("remote-participation", RemoteParticipationFacts.class)
              .with("joinedRemotely", RemoteParticipationFacts::joinedRemotely)
              .with("remoteByLaw", RemoteParticipationFacts::remoteByLaw)
              .with("remoteUnanimous", RemoteParticipationFacts::remoteUnanimous)
              .with("remoteByCharter", RemoteParticipationFacts::remoteByCharter)
              .with("identityEstablished", RemoteParticipationFacts::identityEstablished)
              .with("ableToSpeakAndVote", RemoteParticipationFacts::ableToSpeakAndVote),
          new FactTable<>("meeting-vote", MeetingVoteFacts.class)
              .with("matter", MeetingVoteFacts::matter)
              .words("matter", Matters.ALL)
              .with("quorum", MeetingVoteFacts::quorum)
              .with("absentee", MeetingVoteFacts::absentee)
              .with("entitled", MeetingVoteFacts::entitled)
              .with("participants", MeetingVoteFacts::participants)
              .with("votesFor", MeetingVoteFacts::votesFor)
              .with("votesOfOne", MeetingVoteFacts::votesOfOne)
              .with("votesCast", MeetingVoteFacts::votesCast)
              .follows("pluralVotes", facts -> facts.votesOfOne() > 1, "votesOfOne")
              .follows(
                  "ordinaryOrCharter",
                  facts -> Set.of(Matters.ORDINARY, Matters.CHARTER).contains(facts.matter()),
                  "matter")
              .follows(
                  "ordinaryCharterOrLiquidation",
                  facts ->
                      Set.of(Matters.ORDINARY, Matters.CHARTER, Matters.LIQUIDATION)
                          .contains(facts.matter()),
                  "matter")
              .follows(
                  "ordinaryCharterOrStructure",
                  facts ->
                      Set.of(
                              Matters.ORDINARY,
                              Matters.CHARTER,
                              Matters.REORGANISATION,
                              Matters.LIQUIDATION)
                          .contains(facts.matter()),
                  "matter")
              .follows("matterKnown", facts -> Matters.ALL.contains(facts.matter()), "matter")
              .follows(
                  "onOrdinary",
                  facts -> facts.matter().equals(Matters.ORDINARY) && !facts.absentee(),
                  "matter",
                  "absentee")
              .follows(
                  "onAbsentee",
                  facts -> facts.matter().equals(Matters.ORDINARY) && facts.absentee(),
                  "matter",
                  "absentee")
              .follows("onExclusion", facts -> facts.matter().equals(Matters.EXCLUSION), "matter")
              .follows("onUnion", facts -> facts.matter().equals(Matters.UNION), "matter")
              .follows(
                  "onRealEstate", facts -> facts.matter().equals(Matters.REAL_ESTATE), "matter")
              .follows("onCharter", facts -> facts.matter().equals(Matters.CHARTER), "matter")
              .follows(
                  "onReorganisation",
                  facts -> facts.matter().equals(Matters.REORGANISATION),
                  "matter")
              .follows(
                  "onLiquidation", facts -> facts.matter().equals(Matters.LIQUIDATION), "matter")
              .follows(
                  "onTransformation",
                  facts -> facts.matter().equals(Matters.TRANSFORMATION),
                  "matter")
              .follows(
                  "onNamed", facts -> facts.matter().equals(Matters.NAMED_IN_CHARTER), "matter"),
          new FactTable<>("competence", CompetenceFacts.class)
              .with("matter", CompetenceFacts::matter)
              .words("matter", Matters.ALL)
              .with("body", CompetenceFacts::body)
              .words("body", CompetenceFacts.BODIES)
              .with("onAgenda", CompetenceFacts::onAgenda)
              .with("entitled", CompetenceFacts::entitled)
              .with("participants", CompetenceFacts::participants)
              .follows("organ", facts -> Bodies.organ(facts.body()), "body")
              .follows("meetingDecides", facts -> Bodies.meets(facts.body()), "body")
              .follows("onExclusion", facts -> facts.matter().equals(Matters.EXCLUSION), "matter")
              .follows("onUnion", facts -> facts.matter().equals(Matters.UNION), "matter")
              .follows("onCharter", facts -> facts.matter().equals(Matters.CHARTER), "matter")
              .follows(
                  "delegatesOnUnion",
                  facts -> facts.delegatesDecide() && facts.matter().equals(Matters.UNION),
                  "body",
                  "matter")
              .follows(
                  "delegatesOnTransformation",
                  facts -> facts.delegatesDecide() && facts.matter().equals(Matters.TRANSFORMATION),
                  "body",
                  "matter")
              .follows(
                  "delegatesOnOther",
                  facts ->
                      facts.delegatesDecide() && !Matters.NOT_OF_DELEGATES.contains(facts.matter()),
                  "body",
                  "matter")
              .follows(
                  "allTookPart",
                  facts -> facts.entitled() > 0 && facts.participants() >= facts.entitled(),
                  "entitled",
                  "participants"),
          new FactTable<>("meeting-notice", MeetingNoticeFacts.class)
              .with("sentOn", MeetingNoticeFacts::sentOn)
              .with("meetingOn", MeetingNoticeFacts::meetingOn)
              .with("noticeInWriting", MeetingNoticeFacts::noticeInWriting)
              .with("exclusion", MeetingNoticeFacts::exclusion)
              .with("exclusionToldOn", MeetingNoticeFacts::exclusionToldOn)
              .with("urgent", MeetingNoticeFacts::urgent)
              .follows("notUrgent", facts -> !facts.urgent(), "urgent")
              .with("cooperativeMembers", MeetingNoticeFacts::cooperativeMembers)
              .with("inNewspaper", MeetingNoticeFacts::inNewspaper),
          new FactTable<>("agenda-item", AgendaItemFacts.class)
              .with("announcedOn", AgendaItemFacts::announcedOn)
              .with("meetingOn", AgendaItemFacts::meetingOn)
              .with("onProcedure", AgendaItemFacts::onProcedure)
              .with("entitled", AgendaItemFacts::entitled)
              .with("participants", AgendaItemFacts::participants)
              .follows(
                  "mustBeAnnounced",
                  facts ->
                      !facts.onProcedure()
                          && (facts.entitled() == 0 || facts.participants() < facts.entitled()),
                  "onProcedure",
                  "entitled",
                  "participants"),
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
              .follows("meetingHeld", facts -> !facts.absentee(), "absentee"),
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
              .follows(
                  "electionHeld", facts -> facts.delegatesElected() != null, "delegatesElected")
              .follows(
                  "severalParts",
                  facts -> facts.severalActivities() || facts.severalUnits(),
                  "severalActivities",
                  "severalUnits"),
          new FactTable<>("mandate", MandateFacts.class)
              .with("delegateNamed", MandateFacts::delegateNamed)
              .with("constituentsNamed", MandateFacts::constituentsNamed)
              .with("mandateTermSaid", MandateFacts::mandateTermSaid)
              .with("onBoard", MandateFacts::onBoard)
              .with("handedOver", MandateFacts::handedOver)
              .with("onSupervisoryBoard", MandateFacts::onSupervisoryBoard)
              .with("capableMember", MandateFacts::capableMember)
              .follows(
                  "inOrgans",
                  facts -> facts.onBoard() || facts.onSupervisoryBoard(),
                  "onBoard",
                  "onSupervisoryBoard"));

  private MeetingTables() {}
}

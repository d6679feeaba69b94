package coop.artel.law;

import java.util.List;
import java.util.Set;

/** The facts about meetings by name. */
final class MeetingTables {
  static final List<FactTable<?>> TABLES =
      List.of(
          new FactTable<>("meeting-quorum", MeetingQuorumFacts.class)
              .with("gathering", MeetingQuorumFacts::gathering)
              .words("gathering", Set.of("general", "section", "delegates"))
              .with("absentee", MeetingQuorumFacts::absentee)
              .with("repeat", MeetingQuorumFacts::repeat)
              .with("sameAgenda", MeetingQuorumFacts::sameAgenda)
              .with("entitled", MeetingQuorumFacts::entitled)
              .with("participants", MeetingQuorumFacts::participants)
              .follows(
                  "generalMeeting",
                  facts -> facts.gathering().equals("general") && !facts.absentee(),
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
              .follows("organ", facts -> facts.meets() ? "general-meeting" : facts.body(), "body")
              .follows("meetingDecides", facts -> facts.meets(), "body")
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
              .with("exclusionToldOn", MeetingNoticeFacts::exclusionToldOn),
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
              .follows("meetingHeld", facts -> !facts.absentee(), "absentee"),
          new FactTable<>("contest", ContestFacts.class)
              .with("learnedOn", ContestFacts::learnedOn)
              .with("knownOn", ContestFacts::knownOn)
              .with("suedOn", ContestFacts::suedOn),
          new FactTable<>("delegates", DelegatesFacts.class)
              .with("entitled", DelegatesFacts::entitled)
              .with("delegatesByCharter", DelegatesFacts::delegatesByCharter)
              .with("severalSettlements", DelegatesFacts::severalSettlements),
          new FactTable<>("mandate", MandateFacts.class)
              .with("delegateNamed", MandateFacts::delegateNamed)
              .with("constituentsNamed", MandateFacts::constituentsNamed)
              .with("mandateTermSaid", MandateFacts::mandateTermSaid)
              .with("onBoard", MandateFacts::onBoard)
              .with("handedOver", MandateFacts::handedOver));

  private MeetingTables() {}
}

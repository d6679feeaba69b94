package coop.artel.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import coop.artel.access.Caller;
import coop.artel.documents.CouncilDecisionContent;
import coop.artel.documents.Document;
import coop.artel.documents.Documents;
import coop.artel.law.CouncilVoteFacts;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.Questions.Choice;
import coop.artel.people.FieldCipher;
import coop.artel.people.People;
import coop.artel.people.SubjectCipher;
import coop.artel.values.PersonId;
import coop.artel.workflow.Answers;
import coop.artel.workflow.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class CouncilStepsTest {
  private static final coop.artel.law.Explanations WORDS =
      new coop.artel.law.Explanations(
          new org.springframework.context.support.StaticMessageSource(),
          new coop.artel.jurisdiction.Countries());
  private final Council council = new Council(3);
  private final People people = mock(People.class);
  private final Documents documents = mock(Documents.class);
  private final CountVotes counting =
      new CountVotes(council.rows, council.cooperatives, council.law, event -> {});

  @Test
  void the_law_is_asked_with_the_votes_as_of_the_day_of_closing() {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.AGAINST, Choice.FOR);
    council.lawAnswers(Outcome.GRANTED);
    var run = council.run(id);

    counting.run(run);

    var today = council.clock.today(council.zone);
    verify(council.law)
        .ask(
            new CouncilVoteFacts(
                "council", 3, 2, 1, 0, true, "for", true, today, LocalDate.of(2026, 12, 1)),
            council.cooperative,
            today,
            council.rows.find(id).orElseThrow().subject(),
            run.caseId());
    assertThat(MeetingVariables.OUTCOME.in(run)).isEqualTo("granted");
    assertThat(MeetingVariables.ADOPTED.in(run)).isTrue();
    assertThat(run.decisions()).hasSize(1);
    assertThat(MeetingVariables.DECISION.in(run)).isEqualTo(run.decisions().get(0).id());
  }

  @Test
  void a_chair_who_did_not_vote_is_not_counted_as_leading() {
    UUID id = council.opened();
    council.questions.vote(council.member(1), id, Choice.AGAINST);
    council.rows.close(id, null);
    council.lawAnswers(Outcome.REFUSED);
    var run = council.run(id);

    counting.run(run);

    var facts = ArgumentCaptor.forClass(CouncilVoteFacts.class);
    verify(council.law).ask(facts.capture(), any(), any(), any(), any());
    assertThat(facts.getValue().leaderVoted()).isFalse();
    assertThat(facts.getValue().chairVote()).isNull();
    assertThat(MeetingVariables.ADOPTED.in(run)).isFalse();
  }

  @Test
  void too_few_votes_open_the_vote_again_to_the_council_of_today() {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.FOR, Choice.FOR);
    council.lawAnswers(Outcome.MISSING);
    council.members.add(PersonId.random());
    var run = council.run(id);

    counting.run(run);

    assertThat(MeetingVariables.OUTCOME.in(run)).isEqualTo("missing");
    assertThat(MeetingVariables.ALL_VOTED.in(run)).isFalse();
    assertThat(MeetingVariables.ADOPTED.find(run)).isEmpty();
    var question = council.questions.find(council.member(0), id);
    assertThat(question.closedAt()).isNull();
    assertThat(question.voters()).hasSize(4);
    council.questions.vote(council.member(3), id, Choice.AGAINST);
  }

  @Test
  void too_few_votes_of_all_who_have_one_do_not_open_the_vote_again() {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.FOR, Choice.FOR);
    council.lawAnswers(Outcome.MISSING);
    var run = council.run(id);

    counting.run(run);

    assertThat(MeetingVariables.ALL_VOTED.in(run)).isTrue();
    assertThat(council.questions.find(council.member(0), id).closedAt()).isNotNull();
    assertThat(council.questions.forVoter(council.member(0))).isEmpty();
  }

  @Test
  void a_chair_made_of_a_member_who_has_voted_leads_the_next_count() {
    UUID id = council.opened();
    votes(id, Choice.AGAINST, Choice.FOR, Choice.FOR);
    council.lawAnswers(Outcome.MISSING);
    counting.run(council.run(id));
    Collections.swap(council.members, 0, 1);
    var run = council.run(id);

    council.opening.run(run);
    assertThat(MeetingVariables.ALL_VOTED.in(run)).isTrue();
    counting.run(run);

    var facts = ArgumentCaptor.forClass(CouncilVoteFacts.class);
    verify(council.law, times(2)).ask(facts.capture(), any(), any(), any(), any());
    assertThat(facts.getAllValues())
        .extracting(CouncilVoteFacts::chairVote)
        .containsExactly("against", "for");
  }

  @Test
  void who_was_counted_stays_known_whatever_becomes_of_the_council() {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.FOR, Choice.FOR);
    council.lawAnswers(Outcome.GRANTED);
    counting.run(council.run(id));
    var counted = council.questions.find(council.member(0), id).voters();

    Collections.swap(council.members, 0, 1);
    council.members.add(PersonId.random());

    assertThat(council.questions.find(council.member(0), id).voters())
        .isEqualTo(counted)
        .hasSize(3);
  }

  @Test
  void a_judgement_is_put_to_the_law_with_the_votes_and_used_up() {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.FOR, Choice.AGAINST);
    council.lawAnswers(Outcome.REFUSED);
    UUID judgement = UUID.randomUUID();
    var run = council.run(id).with(MeetingVariables.JUDGEMENT.with(judgement));

    counting.run(run);

    verify(council.law)
        .askAgain(any(CouncilVoteFacts.class), any(), any(), any(), eq(judgement), any());
    assertThat(MeetingVariables.ADOPTED.in(run)).isFalse();
    assertThat(MeetingVariables.JUDGEMENT.find(run)).isEmpty();
  }

  @Test
  void the_decision_names_every_vote_as_cast() {
    UUID id = council.opened();
    votes(id, Choice.FOR);
    council.questions.vote(council.member(1), id, Choice.ABSTAINED, "  Не знаю заявителя ");
    council.questions.vote(council.member(2), id, Choice.FOR);
    council.lawAnswers(Outcome.GRANTED);
    var run = council.run(id);
    counting.run(run);
    when(people.nameOf(any())).thenAnswer(asked -> Optional.of("Имя " + asked.getArgument(0)));
    when(council.law.find(any())).thenReturn(Optional.of(run.decisions().get(0)));
    var document = decisionDocument();
    when(documents.write(any(), any(), any(), any())).thenReturn(document);

    new WriteCouncilDecision(
            council.rows,
            council.reasons,
            documents,
            people,
            council.offices,
            council.cooperatives,
            council.law,
            WORDS)
        .run(run);

    var written = ArgumentCaptor.forClass(CouncilDecisionContent.class);
    verify(documents).write(eq(council.cooperative), eq(Council.CASE), any(), written.capture());
    var content = written.getValue();
    assertThat(content.adopted()).isTrue();
    assertThat(content.members()).isEqualTo(3);
    assertThat(content.applicationNumber()).isEqualTo(14);
    assertThat(content.decisionDigest()).isEqualTo("d1");
    assertThat(content.chair()).isEqualTo("Имя " + council.chair());
    assertThat(content.castingVote()).isFalse();
    assertThat(content.votes())
        .extracting(vote -> vote.name() + " " + vote.vote() + " " + vote.reason())
        .containsExactly(
            "Имя " + council.members.get(0) + " for ",
            "Имя " + council.members.get(1) + " abstained Не знаю заявителя",
            "Имя " + council.members.get(2) + " for ");
    assertThat(run.documents()).containsExactly("5d");
    assertThat(council.questions.resolution(id))
        .isEqualTo(
            new Questions.Resolution(
                true,
                council.clock.today(council.zone),
                document.id(),
                MeetingVariables.DECISION.in(run),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({"yes, true", "no, false"})
  void the_decision_says_whether_the_chair_broke_a_tie(String castingVote, boolean said) {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.AGAINST);
    council.lawAnswers(Outcome.GRANTED);
    council.questions.close(
        new coop.artel.access.Caller(
            council.chair(),
            "",
            Map.of(council.cooperative, java.util.Set.of(coop.artel.registry.Office.CHAIR)),
            java.util.Set.of()),
        id);
    when(council.law.figure(eq("council.casting-vote"), any(), any()))
        .thenReturn(
            Optional.of(
                new Law.Figure(
                    "council.casting-vote", castingVote, "flag", "устав", "charter", "confirmed")));
    var run = council.run(id);
    counting.run(run);
    when(council.law.find(any())).thenReturn(Optional.of(run.decisions().get(0)));
    when(documents.write(any(), any(), any(), any())).thenReturn(decisionDocument());

    new WriteCouncilDecision(
            council.rows,
            council.reasons,
            documents,
            people,
            council.offices,
            council.cooperatives,
            council.law,
            WORDS)
        .run(run);

    var written = ArgumentCaptor.forClass(CouncilDecisionContent.class);
    verify(documents).write(any(), any(), any(), written.capture());
    assertThat(written.getValue().castingVote()).isEqualTo(said);
  }

  @Test
  void what_the_law_leaves_to_a_person_is_not_decided_by_the_count() {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.FOR, Choice.FOR);
    council.lawAnswers(Outcome.HUMAN);
    var run = council.run(id);

    counting.run(run);

    assertThat(MeetingVariables.OUTCOME.in(run)).isEqualTo("human");
    assertThat(MeetingVariables.ADOPTED.find(run)).isEmpty();
    assertThatThrownBy(() -> council.questions.resolution(id))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_vote_is_told_when_it_opens_and_again_to_those_alone_who_have_not_voted() {
    UUID id = council.opened();
    assertThat(council.told)
        .containsExactly(new QuestionOpened(id, Council.CASE, council.cooperative, "admission"));

    council.questions.vote(council.member(1), id, Choice.FOR);
    council.told.clear();
    new RemindCouncil(council.rows, council.told::add).run(council.run(id));

    assertThat(council.told)
        .singleElement()
        .isInstanceOfSatisfying(
            VotesAwaited.class,
            it ->
                assertThat(it.from())
                    .containsExactlyInAnyOrder(council.members.get(0), council.members.get(2)));
  }

  @Test
  void a_reminder_shows_on_the_question_and_an_overdue_one_is_taken_up_in_secret() {
    UUID id = council.opened();
    new RemindCouncil(council.rows, council.told::add).run(council.run(id));
    assertThat(council.questions.find(council.member(0), id).remindedAt()).isNotNull();

    var cipher =
        new SubjectCipher(
            council.sql, FieldCipher.of(Map.of(1, new SecretKeySpec(new byte[32], "AES"))));
    var handler =
        new TakeUpOverdueQuestion(council.rows, people, cipher, council.sql, council.clock);
    when(people.nameOf(any())).thenReturn(Optional.of("Иванова Анна"));
    assertThat(handler.prefill(council.run(id)))
        .isEqualTo(Map.of("question", "Иванова Анна", "votes", "0 / 3"));
    var outcome =
        handler.handle(
            new Submission(
                "task-1",
                Council.CASE,
                council.cooperative,
                new Caller(council.chair(), "", Map.of(), Set.of()),
                null,
                Map.of("note", "Обзвонил членов совета"),
                council.run(id)));
    assertThat(outcome).isEmpty();
    byte[] note =
        council.sql.sql("select note from meetings.overdue_notes").query(byte[].class).single();
    assertThat(new String(note, UTF_8)).doesNotContain("Обзвонил");
    assertThat(handler.of(Council.CASE))
        .containsExactly(new Answers.Answer("task-1", "overdue-note", "Обзвонил членов совета"));
    assertThat(handler.of("case-2")).isEmpty();
  }

  @Test
  void votes_stay_as_they_were_cast_whoever_asks_the_database() {
    UUID id = council.opened();
    votes(id, Choice.FOR, Choice.FOR, Choice.FOR);

    assertThatThrownBy(
            () -> council.sql.sql("update meetings.votes set choice = 'against'").update())
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> council.sql.sql("delete from meetings.voters").update())
        .hasStackTraceContaining("permission denied");
  }

  private Document decisionDocument() {
    return new Document(
        UUID.randomUUID(),
        Document.Kind.COUNCIL_DECISION,
        1,
        council.cooperative,
        Council.CASE,
        Instant.EPOCH,
        new byte[0],
        "5d",
        1,
        false);
  }

  private void votes(UUID id, Choice... choices) {
    for (int place = 0; place < choices.length; place++) {
      council.questions.vote(council.member(place), id, choices[place]);
    }
  }
}

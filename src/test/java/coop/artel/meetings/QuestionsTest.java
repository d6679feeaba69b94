package coop.artel.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import coop.artel.access.Caller;
import coop.artel.law.Outcome;
import coop.artel.meetings.Questions.Choice;
import coop.artel.meetings.Questions.Vote;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.registry.CouncilChanged;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class QuestionsTest {
  private final Council council = new Council(9);
  private final Questions questions = council.questions;

  @Test
  void everybody_on_the_council_has_a_vote_and_the_chair_stands_first() {
    UUID id = council.opened();

    var question = questions.find(council.member(3), id);
    assertThat(question.voters()).hasSize(9);
    assertThat(question.voters().get(0)).isEqualTo(new Questions.Voter(council.chair(), true));
    assertThat(questions.forVoter(council.member(3))).containsExactly(question);
    assertThat(questions.forVoter(council.caller(PersonId.random(), Office.SECRETARY))).isEmpty();
  }

  @Test
  void who_joins_the_council_later_has_a_vote_and_is_waited_for() {
    UUID id = council.opened();
    var newcomer = PersonId.random();
    council.members.add(newcomer);
    for (int place = 0; place < 9; place++) {
      vote(council.member(place), id, Choice.FOR);
    }
    assertThat(questions.find(council.member(0), id).closedAt()).isNull();
    assertThat(questions.forVoter(council.caller(newcomer, Office.COUNCIL))).hasSize(1);

    vote(council.caller(newcomer, Office.COUNCIL), id, Choice.FOR);

    assertThat(questions.find(council.member(0), id).closedAt()).isNotNull();
  }

  @Test
  void who_leaves_the_council_before_voting_has_no_vote_and_is_not_waited_for() {
    UUID id = council.opened();
    var gone = council.member(8);
    for (int place = 0; place < 8; place++) {
      vote(council.member(place), id, Choice.FOR);
    }
    council.members.remove(8);
    refused("not-a-voter", () -> vote(gone, id, Choice.AGAINST));

    questions.on(new CouncilChanged(council.cooperative));

    assertThat(questions.find(council.member(0), id).closedAt()).isNotNull();
    verify(council.processes).tell("votes-collected", Council.CASE, null);
  }

  @Test
  void a_vote_stays_when_whoever_cast_it_has_left() {
    UUID id = council.opened();
    vote(council.member(8), id, Choice.AGAINST);
    var gone = council.members.remove(8);

    var question = questions.find(council.member(0), id);

    assertThat(question.voters()).hasSize(9).contains(new Questions.Voter(gone, false));
    assertThat(question.votes()).hasSize(1);
  }

  @Test
  void a_change_of_the_council_does_not_end_a_vote_that_others_still_have() {
    UUID id = council.opened();
    vote(council.member(0), id, Choice.FOR);

    questions.on(new CouncilChanged(council.cooperative));

    assertThat(questions.find(council.member(0), id).closedAt()).isNull();
    verify(council.processes, never()).tell(any(), any(), any());
  }

  @Test
  void the_last_vote_tells_the_process_before_it_takes_the_head_of_the_case() {
    UUID id = council.opened();
    for (int place = 0; place < 9; place++) {
      vote(council.member(place), id, Choice.FOR);
    }

    var order = inOrder(council.processes, council.records);
    order.verify(council.records, times(8)).append(eq(Council.CASE), any());
    order.verify(council.processes).tell("votes-collected", Council.CASE, null);
    order.verify(council.records).append(eq(Council.CASE), any());
  }

  @Test
  void a_vote_is_kept_as_cast_and_committed_to_in_the_case() {
    UUID id = council.opened();

    vote(council.member(2), id, Choice.ABSTAINED);

    assertThat(questions.find(council.member(2), id).votes())
        .extracting(Vote::voter, Vote::choice)
        .containsExactly(tuple(council.members.get(2), Choice.ABSTAINED));
    @SuppressWarnings("unchecked")
    ArgumentCaptor<List<Happening>> happened = ArgumentCaptor.forClass(List.class);
    verify(council.records).append(eq(Council.CASE), happened.capture());
    var ballot = happened.getValue().get(0);
    assertThat(ballot.kind()).isEqualTo(RecordKind.BALLOT);
    assertThat(ballot.actor()).contains(council.members.get(2));
    assertThat(ballot.members()).containsExactly(Map.entry("question", id.toString()));
    assertThat(ballot.values()).containsExactly(Map.entry("choice", "abstained"));
  }

  @Test
  void nobody_votes_twice() {
    UUID id = council.opened();
    vote(council.member(1), id, Choice.FOR);

    refused("already-voted", () -> vote(council.member(1), id, Choice.AGAINST));
    assertThat(questions.find(council.member(1), id).votes()).hasSize(1);
  }

  @Test
  void a_stranger_does_not_learn_that_the_question_exists() {
    UUID id = council.opened();
    var stranger = new Caller(PersonId.random(), "", Map.of(), Set.of());

    refused("question-unknown", () -> questions.find(stranger, id));
    refused("question-unknown", () -> vote(stranger, id, Choice.FOR));
    refused("question-unknown", () -> questions.close(stranger, id));
  }

  @Test
  void nine_votes_at_once_close_the_vote_once() throws Exception {
    UUID id = council.opened();
    var pool = Executors.newFixedThreadPool(9);
    List<Future<?>> votes = new ArrayList<>();
    for (int place = 0; place < 9; place++) {
      var voter = council.member(place);
      votes.add(
          pool.submit(
              () -> council.transaction.executeWithoutResult(s -> vote(voter, id, Choice.FOR))));
    }
    for (Future<?> vote : votes) {
      vote.get();
    }
    pool.shutdown();

    assertThat(questions.find(council.member(0), id).closedAt()).isNotNull();
    verify(council.processes, times(1)).tell("votes-collected", Council.CASE, null);
    assertThat(questions.forVoter(council.member(0))).isEmpty();
  }

  @Test
  void eight_of_nine_leave_the_vote_open() {
    UUID id = council.opened();
    for (int place = 0; place < 8; place++) {
      vote(council.member(place), id, Choice.FOR);
    }

    assertThat(questions.find(council.member(0), id).closedAt()).isNull();
    verify(council.processes, never()).tell(any(), any(), any());
  }

  @Test
  void the_secretary_closes_early_when_the_law_has_votes_enough() {
    UUID id = council.opened();
    vote(council.member(0), id, Choice.FOR);
    council.lawAnswers(Outcome.GRANTED);
    var secretary = council.caller(PersonId.random(), Office.SECRETARY);

    questions.close(secretary, id);

    verify(council.processes).tell("votes-collected", Council.CASE, secretary.person());
    refused("vote-closed", () -> vote(council.member(1), id, Choice.FOR));
    refused("vote-closed", () -> questions.close(secretary, id));
  }

  @Test
  void closing_without_quorum_is_refused_with_the_numbers() {
    UUID id = council.opened();
    vote(council.member(0), id, Choice.FOR);
    council.lawAnswers(Outcome.MISSING);
    var chair = council.caller(council.chair(), Office.CHAIR, Office.COUNCIL);

    assertThatThrownBy(() -> questions.close(chair, id))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("quorum-not-met");
              assertThat(refusal.arguments()).containsExactly(1, 9);
            });
    assertThat(questions.find(chair, id).closedAt()).isNull();
    verify(council.processes, never()).tell(any(), any(), any());
    verify(council.law, never()).ask(any(), any(), any(), any(), any());
  }

  @Test
  void a_mere_member_does_not_close_a_vote() {
    UUID id = council.opened();

    refused("vote-not-yours-to-close", () -> questions.close(council.member(4), id));
  }

  @Test
  void nobody_votes_on_what_is_withdrawn_or_not_open_yet() {
    UUID id = council.opened();
    questions.withdraw(id);
    refused("vote-closed", () -> vote(council.member(1), id, Choice.FOR));

    UUID put = questions.put(council.cooperative, Council.CASE, Council.matter(), null);
    refused(
        "vote-closed",
        () -> questions.close(council.caller(PersonId.random(), Office.SECRETARY), put));
  }

  @Test
  void what_is_said_with_a_vote_is_kept_sealed_and_told_of_a_refusal() {
    UUID id = council.opened();
    questions.vote(council.member(1), id, Choice.AGAINST, " Живёт далеко\r\nот нас ");

    assertThat(questions.reasons(id))
        .containsExactly(java.util.Map.entry(council.members.get(1), "Живёт далеко\nот нас"));
    byte[] kept =
        council.sql.sql("select reason from meetings.vote_reasons").query(byte[].class).single();
    assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("далеко");
    refused(
        "vote-reason-malformed",
        () -> questions.vote(council.member(2), id, Choice.AGAINST, "я".repeat(2001)));
    refused(
        "vote-reason-malformed",
        () -> questions.vote(council.member(2), id, Choice.AGAINST, "\u0007"));
    assertThat(questions.find(council.member(2), id).votes()).hasSize(1);
  }

  @Test
  void a_question_is_not_opened_to_an_empty_council() {
    var nobody = new Council(0);

    refused("council-empty", nobody::opened);
  }

  private void vote(Caller caller, UUID id, Choice choice) {
    assertThat(questions.vote(caller, id, choice).caseId()).isEqualTo(Council.CASE);
  }

  private static void refused(String code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}

package coop.artel.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.House;
import coop.artel.access.Caller;
import coop.artel.law.Decision;
import coop.artel.law.Finding;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.meetings.Questions;
import coop.artel.meetings.Questions.Choice;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.registry.Office;
import coop.artel.workflow.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a council decides on an admission, on real parts: late, early, all at once. */
@House
class CouncilVoteTest {
  @Autowired private ApplicationContext house;
  @Autowired private Questions questions;
  @Autowired private Records records;
  @Autowired private Tasks tasks;
  @Autowired private Law law;
  @Autowired private JdbcClient sql;
  private Staff staff;
  private String admission;

  @BeforeEach
  void putToTheCouncil() {
    staff = new Staff(house);
    admission = staff.caseOfApplicant();
    staff.verifyIdentity(admission, "paper");
  }

  @Test
  void a_late_vote_for_is_adopted_once_the_chair_allows_it() {
    passTheTerm();
    staff.vote(admission, Choice.FOR);

    staff.judge(admission, true);

    var decision = lastDecision();
    assertThat(decision.outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(judged(decision)).containsExactly("council-vote.in-time");
    staff.sendNotice(admission);
    staff.waiting(admission, "confirm-payment");
  }

  @Test
  void a_late_vote_for_that_the_chair_does_not_allow_is_not_adopted() {
    passTheTerm();
    staff.vote(admission, Choice.FOR);

    staff.judge(admission, false);

    var decision = lastDecision();
    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.reasons()).containsExactly("council-vote.in-time");
    staff.sendNotice(admission);
    assertThat(staff.outcome(admission)).isEqualTo("application-refused");
  }

  @Test
  void a_late_vote_against_is_left_to_nobody() {
    passTheTerm();
    staff.vote(admission, Choice.AGAINST);

    assertThat(staff.path(admission)).doesNotContain("judge-by-hand");
    staff.sendNotice(admission);
    assertThat(staff.outcome(admission)).isEqualTo("application-refused");
  }

  @Test
  void where_the_bases_of_the_quorum_disagree_leave_lets_the_votes_decide() {
    var council = staff.council();
    var chair = staff.holder(Office.CHAIR).person();
    var gone = council.stream().map(Caller::person).filter(it -> !it.equals(chair)).limit(2);
    var away = gone.toList();
    away.forEach(member -> staff.dismiss(member, admission));
    staff.moveClockTo(staff.today().plusDays(1), admission);
    var seated = new ArrayList<>(staff.council());
    seated.removeIf(member -> member.person().equals(chair));
    seated.remove(0);
    var six = new ArrayList<>(seated);
    six.add(staff.holder(Office.CHAIR));
    staff.vote(admission, six, Choice.AGAINST);
    staff.closeVote(admission);
    away.forEach(member -> staff.entrust(Office.COUNCIL, member, staff.today(), admission));

    staff.judge(admission, true);

    var decision = lastDecision();
    assertThat(judged(decision)).containsExactly("council-vote.quorum-of-size");
    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.reasons()).containsExactly("council-vote.majority");
  }

  @Test
  void the_chair_closes_early_with_a_quorum_and_not_without() {
    var chair = staff.holder(Office.CHAIR);
    var voters = new ArrayList<>(staff.council());
    voters.removeIf(member -> member.person().equals(chair.person()));
    voters.add(0, chair);
    staff.vote(admission, voters.subList(0, 6), Choice.FOR);
    long kept = decisions();

    assertThatThrownBy(() -> staff.closeVote(admission)).hasMessageContaining("6 of 9");
    assertThat(decisions()).isEqualTo(kept);
    staff.vote(admission, voters.subList(6, 7), Choice.FOR);
    staff.closeVote(admission);

    staff.waiting(admission, "send-notice");
    assertThat(decisions()).isEqualTo(kept + 1);
  }

  @Test
  void the_council_is_reminded_once_and_an_escalation_ends_with_the_decision() {
    var question = staff.question(admission);
    assertThat(question.remindedAt()).isNull();

    staff.moveClockTo(question.decideBy().minusDays(6), admission);
    assertThat(staff.question(admission).remindedAt()).isNotNull();
    passTheTerm();
    staff.waiting(admission, "take-up-overdue-decision");
    staff.vote(admission, Choice.AGAINST);

    assertThat(tasks.ofCase(admission)).extracting(it -> it.activity()).containsOnly("send-notice");
    assertThat(staff.path(admission)).containsOnlyOnce("remind-council");
  }

  @Test
  void nine_votes_and_an_escalation_at_once_do_not_block_one_another() throws Exception {
    passTheTerm();
    var question = staff.question(admission);
    var chair = staff.holder(Office.CHAIR);
    var overdue = staff.waiting(admission, "take-up-overdue-decision");
    tasks.claim(chair, overdue.id());
    long deadlocks = deadlocks();
    List<Callable<Object>> deeds = new ArrayList<>();
    deeds.add(() -> tasks.complete(chair, overdue.id(), Map.of("note", "Обзвонил всех членов")));
    for (Caller member : staff.council()) {
      deeds.add(() -> questions.vote(member, question.id(), Choice.FOR));
    }

    atOnce(deeds);

    assertThat(deadlocks()).isEqualTo(deadlocks);
    staff.moveClockTo(staff.today(), admission);
    staff.judge(admission, true);
    staff.waiting(admission, "send-notice");
    var written = records.of(admission);
    assertThat(written).filteredOn(it -> it.kind() == RecordKind.BALLOT).hasSize(9);
    assertThat(written).extracting(it -> it.number()).isSorted().doesNotHaveDuplicates();
  }

  private static void atOnce(List<Callable<Object>> deeds) throws Exception {
    var pool = Executors.newFixedThreadPool(deeds.size());
    var start = new CountDownLatch(1);
    List<Future<Object>> done = new ArrayList<>();
    for (var deed : deeds) {
      done.add(
          pool.submit(
              () -> {
                start.await();
                return deed.call();
              }));
    }
    start.countDown();
    for (var one : done) {
      assertThat(one.get()).isNotNull();
    }
    pool.shutdown();
  }

  private void passTheTerm() {
    staff.moveClockTo(staff.question(admission).decideBy().plusDays(1), admission);
  }

  private Decision lastDecision() {
    var id =
        sql.sql(
                "select decision from workflow.step_notes where case_id = ? and decision is not"
                    + " null order by entry desc limit 1")
            .param(admission)
            .query(UUID.class)
            .single();
    return law.find(id).orElseThrow();
  }

  private static List<String> judged(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> finding.judgement() != null)
        .map(Finding::rule)
        .toList();
  }

  private long decisions() {
    return sql.sql("select count(*) from law.decisions").query(Long.class).single();
  }

  private long deadlocks() {
    return sql.sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }
}

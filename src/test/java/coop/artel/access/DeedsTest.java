package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import coop.artel.TestDatabase;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DeedsTest {
  private static final String DIGEST = "ab".repeat(32);

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final List<Object> events = java.util.Collections.synchronizedList(new ArrayList<>());
  private final Set<PersonId> dismissed = new HashSet<>();
  private final List<String> impossible = new ArrayList<>();
  private final Records records = mock(Records.class);
  private final Deeds deeds =
      new Deeds(sql, records, new MovableClock(), this::hear, this::caller, List.of(new Rule()));
  private final Caller author = operator();
  private final Caller approver = operator();

  /** What is done; the tests of notices hear of the rest. */
  private void hear(Object event) {
    if (event instanceof DeedApproved) {
      events.add(event);
    }
  }

  /** Operators publish models, as long as nothing stands against it. */
  private final class Rule implements DeedRule {
    @Override
    public String kind() {
      return "publish-model";
    }

    @Override
    public String series(String subject) {
      return "models";
    }

    @Override
    public boolean mayPropose(Caller caller, String subject) {
      return caller.roles().contains(PlatformRole.OPERATOR);
    }

    @Override
    public boolean mayDecide(Caller caller, Deed deed) {
      return caller.roles().contains(PlatformRole.OPERATOR);
    }

    @Override
    public void demand(Deed deed) {
      if (impossible.contains(deed.subject())) {
        throw DeedRefused.waiting();
      }
    }
  }

  private static Caller operator() {
    return new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.OPERATOR));
  }

  private Caller caller(PersonId person) {
    return new Caller(
        person,
        "",
        Map.of(),
        dismissed.contains(person) ? Set.of() : Set.of(PlatformRole.OPERATOR));
  }

  @Test
  void a_second_person_approves_and_everybody_is_told() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    assertThat(deeds.waiting("publish-model")).containsExactly(deed);

    var approved = deeds.approve(deed.id(), approver);

    assertThat(approved.approved()).isTrue();
    assertThat(approved.decidedBy()).isEqualTo(approver.person());
    assertThat(deeds.waiting("publish-model")).isEmpty();
    assertThat(events)
        .containsExactly(
            new DeedApproved(
                deed.id(),
                "publish-model",
                "admit-member",
                DIGEST,
                author.person(),
                null,
                approver.person(),
                null));
  }

  @Test
  void nobody_approves_their_own_proposal() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);

    assertRefused("same-person", () -> deeds.approve(deed.id(), author));
    assertThat(deeds.find(deed.id())).contains(deed);
    assertThat(events).isEmpty();
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        update access.deeds
                        set approved = true, decided_by = proposed_by, decided_at = now()
                        """)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("check constraint");
  }

  @Test
  void the_author_may_take_a_proposal_back() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    var rejected = deeds.reject(deed.id(), author, "Не то");

    assertThat(rejected.approved()).isFalse();
    assertRefused("deed-decided", () -> deeds.approve(deed.id(), approver));
    assertThat(events).isEmpty();
  }

  @Test
  void a_rejection_says_who_and_why_and_leaves_a_record() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    assertRefused("deed-unexplained", () -> deeds.reject(deed.id(), approver, " "));
    assertRefused("deed-unexplained", () -> deeds.reject(deed.id(), approver, "а".repeat(1001)));
    assertThat(deeds.find(deed.id()).orElseThrow().open()).isTrue();

    deeds.reject(deed.id(), approver, " Форма называет не тот срок ");

    assertThat(deeds.newest("publish-model", "admit-member").orElseThrow())
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo("Форма называет не тот срок");
              assertThat(it.decidedBy()).isEqualTo(approver.person());
            });
    verify(records)
        .append(
            eq("models"),
            argThat(
                told ->
                    told.get(0).kind() == RecordKind.DEED_REJECTED
                        && told.get(0).values().containsValue("Форма называет не тот срок")
                        && told.get(0).members().containsValue(deed.id().toString())));
    assertThatThrownBy(() -> sql.sql("delete from access.rejections").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void what_something_newer_replaces_waits_for_nobody() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);

    deeds.supersede("publish-model", "admit-member");

    assertThat(deeds.openFor(approver)).isEmpty();
    assertThat(deeds.waiting("publish-model")).isEmpty();
    assertRefused("deed-superseded", () -> deeds.approve(deed.id(), approver));
    assertRefused("deed-superseded", () -> deeds.reject(deed.id(), approver, "Не то"));
  }

  @Test
  void who_holds_nothing_proposes_approves_and_sees_nothing() {
    var nobody = new Caller(PersonId.random(), "", Map.of(), Set.of(PlatformRole.LAWYER));
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);

    assertRefused("deed-not-theirs", () -> deeds.propose("publish-model", "other", DIGEST, nobody));
    assertRefused("deed-unknown", () -> deeds.approve(deed.id(), nobody));
    assertRefused("deed-unknown", () -> deeds.reject(deed.id(), nobody, "Не то"));
    assertRefused("deed-unknown", () -> deeds.find(nobody, deed.id()));
    assertThat(deeds.openFor(nobody)).isEmpty();
    assertThat(deeds.openFor(approver)).containsExactly(deed);
    assertThat(deeds.mayApprove(approver, deed)).isTrue();
    assertThat(deeds.mayApprove(author, deed)).isFalse();
  }

  @Test
  void the_same_is_proposed_once_until_it_is_decided() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);

    assertRefused(
        "deed-waiting", () -> deeds.propose("publish-model", "admit-member", DIGEST, approver));
    deeds.reject(deed.id(), approver, "Не то");
    var again = deeds.propose("publish-model", "admit-member", DIGEST, approver);
    assertThat(deeds.newest("publish-model", "admit-member")).contains(again);
  }

  @Test
  void a_proposal_of_somebody_who_has_left_is_not_approved() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    dismissed.add(author.person());

    assertRefused("deed-proposer-gone", () -> deeds.approve(deed.id(), approver));
    assertThat(events).isEmpty();
  }

  @Test
  void what_has_become_impossible_stays_undecided() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    impossible.add("admit-member");

    assertRefused("deed-waiting", () -> deeds.approve(deed.id(), approver));
    assertThat(deeds.find(deed.id())).contains(deed);
    assertThat(events).isEmpty();
  }

  @Test
  void an_unknown_deed_is_refused() {
    assertRefused("deed-unknown", () -> deeds.approve(UUID.randomUUID(), approver));
    assertRefused("deed-unknown", () -> deeds.reject(UUID.randomUUID(), approver, "Не то"));
  }

  @Test
  void of_many_decisions_at_once_one_counts() throws Exception {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    var pool = Executors.newFixedThreadPool(6);
    int decided = 0;
    try {
      Callable<Object> approve =
          () -> transaction.execute(s -> deeds.approve(deed.id(), operator()));
      for (var outcome : pool.invokeAll(java.util.Collections.nCopies(6, approve))) {
        try {
          outcome.get();
          decided++;
        } catch (ExecutionException e) {
          assertThat(e.getCause())
              .isInstanceOfSatisfying(
                  DeedRefused.class, r -> assertThat(r.code()).isEqualTo("deed-decided"));
        }
      }
    } finally {
      pool.shutdown();
    }

    assertThat(decided).isEqualTo(1);
    assertThat(events).hasSize(1);
  }

  @Test
  void what_was_proposed_cannot_be_changed() {
    deeds.propose("publish-model", "admit-member", DIGEST, author);

    for (String change :
        new String[] {
          "update access.deeds set digest = repeat('0', 64)", "delete from access.deeds"
        }) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}

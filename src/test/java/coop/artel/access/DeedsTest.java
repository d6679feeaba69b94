package coop.artel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.TestDatabase;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import java.util.ArrayList;
import java.util.List;
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
  private final Deeds deeds = new Deeds(sql, new MovableClock(), events::add);
  private final PersonId author = PersonId.random();
  private final PersonId approver = PersonId.random();

  @Test
  void a_second_person_approves_and_everybody_is_told() {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    assertThat(deeds.waiting("publish-model")).containsExactly(deed);

    var approved = deeds.approve(deed.id(), approver);

    assertThat(approved.approved()).isTrue();
    assertThat(approved.decidedBy()).isEqualTo(approver);
    assertThat(deeds.waiting("publish-model")).isEmpty();
    assertThat(events)
        .containsExactly(
            new DeedApproved(deed.id(), "publish-model", "admit-member", DIGEST, author, approver));
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
    var rejected = deeds.reject(deed.id(), author);

    assertThat(rejected.approved()).isFalse();
    assertRefused("deed-decided", () -> deeds.approve(deed.id(), approver));
    assertThat(events).isEmpty();
  }

  @Test
  void an_unknown_deed_is_refused() {
    assertRefused("deed-unknown", () -> deeds.approve(UUID.randomUUID(), approver));
    assertRefused("deed-unknown", () -> deeds.reject(UUID.randomUUID(), approver));
  }

  @Test
  void of_many_decisions_at_once_one_counts() throws Exception {
    var deed = deeds.propose("publish-model", "admit-member", DIGEST, author);
    var pool = Executors.newFixedThreadPool(6);
    int decided = 0;
    try {
      Callable<Object> approve =
          () -> transaction.execute(s -> deeds.approve(deed.id(), PersonId.random()));
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

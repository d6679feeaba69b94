package coop.artel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.artel.TestDatabase;
import coop.artel.registry.Memberships.Membership;
import coop.artel.values.CooperativeId;
import coop.artel.values.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MembershipsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final DataSource source = TestDatabase.fresh().service();
  private final JdbcClient sql = JdbcClient.create(source);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final Memberships memberships = new Memberships(sql);
  private final Cooperative cooperative = Dawn.cooperative();
  private final CooperativeId dawn = cooperative.id();
  private final PersonId anna = PersonId.random();

  @BeforeEach
  void found() {
    new Cooperatives(sql, (c, f, i, v) -> true).found(cooperative);
  }

  @Test
  void many_enter_at_once_with_their_numbers_or_none_does() {
    var ended = PersonId.random();
    var present = memberships.enter(dawn, PersonId.random(), DAY, "протокол");
    memberships.enter(dawn, ended, DAY, "протокол");
    memberships.end(dawn, ended, DAY.plusDays(1), "выход");
    var one = new Memberships.Entry(7L, PersonId.random(), DAY);
    var next = new Memberships.Entry(null, PersonId.random(), DAY);
    var again = new Memberships.Entry(null, ended, DAY.plusDays(2));

    assertThatThrownBy(
            () ->
                memberships.enterAll(
                    dawn, List.of(one, new Memberships.Entry(9L, present.person(), DAY)), "список"))
        .isInstanceOf(AlreadyMember.class);
    assertThatThrownBy(
            () ->
                memberships.enterAll(
                    dawn,
                    List.of(one, new Memberships.Entry(2L, PersonId.random(), DAY)),
                    "список"))
        .isInstanceOf(NumberTaken.class);
    assertThatThrownBy(
            () ->
                memberships.enterAll(
                    dawn, List.of(new Memberships.Entry(9L, ended, DAY.plusDays(1))), "список"))
        .isInstanceOf(AlreadyMember.class);
    assertThat(memberships.all(dawn)).hasSize(2);
    memberships.enterAll(dawn, List.of(one, next, again), "список");

    assertThat(memberships.entered(dawn, Set.of("список")))
        .extracting(Membership::number, Membership::person, Membership::since)
        .containsExactly(
            tuple(7L, one.person(), DAY),
            tuple(8L, next.person(), DAY),
            tuple(9L, ended, DAY.plusDays(2)));
  }

  @Test
  void members_are_numbered_in_the_order_of_entry() {
    var first = enter(anna, DAY);
    var second = enter(PersonId.random(), DAY);

    assertThat(first.number()).isEqualTo(1);
    assertThat(second.number()).isEqualTo(2);
    assertThat(memberships.on(dawn, DAY)).containsExactly(first, second);
    assertThat(memberships.of(dawn, anna, DAY)).contains(first);
    assertThat(memberships.of(dawn, anna, DAY.minusDays(1))).isEmpty();
  }

  @Test
  void a_present_member_is_not_entered_again() {
    enter(anna, DAY);

    assertThatThrownBy(() -> enter(anna, DAY.plusDays(5)))
        .isInstanceOfSatisfying(
            AlreadyMember.class, refusal -> assertThat(refusal.code()).isEqualTo("already-member"));
    assertThat(enter(PersonId.random(), DAY).number()).isEqualTo(2);
  }

  @Test
  void an_entry_that_is_rolled_back_leaves_no_gap() {
    transaction.executeWithoutResult(
        status -> {
          memberships.enter(dawn, anna, DAY, "решение 1");
          status.setRollbackOnly();
        });

    assertThat(enter(PersonId.random(), DAY).number()).isEqualTo(1);
  }

  @Test
  void many_entries_at_once_get_numbers_without_gaps() throws Exception {
    List<Callable<Membership>> entries =
        IntStream.range(0, 24)
            .<Callable<Membership>>mapToObj(i -> () -> enter(PersonId.random(), DAY))
            .toList();
    var entered = new ArrayList<Long>();
    for (var entry : atOnce(entries)) {
      entered.add(entry.get().number());
    }

    assertThat(entered)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 24).boxed().toList());
  }

  @Test
  void of_two_entries_of_one_person_at_once_one_is_refused() throws Exception {
    var barrier = new CyclicBarrier(2);
    Callable<Membership> entry =
        () -> {
          barrier.await();
          return enter(anna, DAY);
        };
    int refused = 0;
    for (var outcome : atOnce(List.of(entry, entry))) {
      try {
        outcome.get();
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(AlreadyMember.class);
        refused++;
      }
    }

    assertThat(refused).isEqualTo(1);
    assertThat(memberships.on(dawn, DAY)).hasSize(1);
  }

  @Test
  void one_human_being_under_two_ids_stands_in_the_register_once() {
    var again = PersonId.random();
    enter(anna, DAY);

    assertThat(memberships.holds(dawn, Set.of(again, anna), DAY.minusDays(5))).isTrue();
    assertThat(memberships.holds(dawn, Set.of(again), DAY)).isFalse();
    assertThatThrownBy(
            () -> memberships.enter(dawn, again, Set.of(again, anna), DAY.minusDays(5), "решение"))
        .isInstanceOf(AlreadyMember.class);
    assertThat(memberships.on(dawn, DAY)).hasSize(1);
  }

  @Test
  void one_who_left_stays_in_the_register_of_the_past_and_comes_back_under_a_new_number() {
    enter(anna, DAY);
    end(anna, DAY.plusDays(9));

    assertThat(memberships.of(dawn, anna, DAY.plusDays(9))).isPresent();
    assertThat(memberships.of(dawn, anna, DAY.plusDays(10))).isEmpty();
    assertThatThrownBy(() -> enter(anna, DAY.plusDays(9))).isInstanceOf(AlreadyMember.class);
    assertThat(enter(anna, DAY.plusDays(10)).number()).isEqualTo(2);
    assertThat(memberships.of(dawn, anna, DAY).orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void nobody_leaves_who_is_not_there() {
    assertThatThrownBy(() -> end(anna, DAY)).isInstanceOf(NotMember.class);
    enter(anna, DAY);
    assertThatThrownBy(() -> end(anna, DAY.minusDays(1))).isInstanceOf(NotMember.class);
    end(anna, DAY);
    assertThatThrownBy(() -> end(anna, DAY)).isInstanceOf(NotMember.class);
  }

  @Test
  void the_register_tells_what_was_known_of_a_day_at_an_earlier_time() {
    Instant before = now();
    enter(anna, DAY);
    Instant between = now();
    end(anna, DAY.plusDays(9));
    LocalDate later = DAY.plusDays(20);

    assertThat(memberships.on(dawn, later, before)).isEmpty();
    assertThat(memberships.on(dawn, later, between)).hasSize(1);
    assertThat(memberships.on(dawn, later, now())).isEmpty();
    assertThat(memberships.on(dawn, DAY, now()).get(0).until()).isEqualTo(DAY.plusDays(9));
    assertThat(memberships.on(dawn, DAY, between).get(0).until()).isNull();
  }

  @Test
  void the_register_of_an_unknown_cooperative_takes_nobody() {
    assertThatThrownBy(
            () ->
                transaction.execute(
                    s -> memberships.enter(CooperativeId.random(), anna, DAY, "решение 1")))
        .isInstanceOf(CooperativeUnknown.class);
  }

  @Test
  void the_service_cannot_rewrite_or_remove_a_line() {
    enter(anna, DAY);

    for (String change :
        new String[] {
          "update registry.membership_lines set since = since - 1",
          "update registry.membership_lines set person = gen_random_uuid()",
          "delete from registry.membership_lines"
        }) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private Membership enter(PersonId person, LocalDate since) {
    var entered = transaction.execute(s -> memberships.enter(dawn, person, since, "решение 1"));
    assertThat(entered).isNotNull();
    return entered;
  }

  private void end(PersonId person, LocalDate last) {
    transaction.execute(s -> memberships.end(dawn, person, last, "решение 2"));
  }

  private Instant now() {
    return sql.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  private static <T> List<Future<T>> atOnce(List<Callable<T>> calls) throws InterruptedException {
    var pool = Executors.newFixedThreadPool(8);
    try {
      return pool.invokeAll(calls);
    } finally {
      pool.shutdown();
    }
  }
}
